using DncActors.Domain.Organizations;

namespace DncActors.UnitTests.Organizations;

public sealed class OrganizationRulesTests
{
    [Fact]
    public void A_region_is_kept_in_capitals_and_is_the_united_states_where_none_is_named()
    {
        Assert.Equal("GB", OrganizationRules.Make(new OrganizationDraft("acme", "Acme", "gb"), "x").Value!.Region);
        Assert.Equal("US", OrganizationRules.Make(new OrganizationDraft(null, "Acme", null), "made").Value!.Region);
    }

    [Fact]
    public void A_region_that_nobody_knows_is_refused_with_its_value()
    {
        var refusal = OrganizationRules.Make(new OrganizationDraft("Bad Id", " ", "Narnia"), "x").Refusal!;

        Assert.Equal(["name", "region", "id"], refusal.Errors.Select(e => e.Field));
        Assert.Contains("'Narnia'", refusal.Errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_is_the_next_version()
    {
        var organization = OrganizationRules.Make(new OrganizationDraft("acme", "Acme", null), "x").Value!;

        Assert.Equal(2, OrganizationRules.Change(organization, new OrganizationPatch(Region: "ca")).Value!.Version);
    }
}
