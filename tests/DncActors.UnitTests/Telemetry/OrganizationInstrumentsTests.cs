using DncActors.Contracts.ContactChecks;
using DncActors.Gateway;
using DncActors.Gateway.Organizations;
using Microsoft.Extensions.Options;

namespace DncActors.UnitTests.Telemetry;

public sealed class OrganizationInstrumentsTests
{
    [Fact]
    public void Nobody_is_named_where_nobody_asked_for_it()
    {
        using var meters = new HeardMeters();
        using var organizations = Make(meters, 0);

        organizations.Asked("acme", "k-1");
        organizations.Checked("acme", CheckVerdict.Allowed, 3);
        organizations.Executed("acme", new("result", "done"));

        Assert.Empty(meters.Heard);
    }

    [Fact]
    public void So_many_organizations_are_named_and_all_others_are_one()
    {
        using var meters = new HeardMeters();
        using var organizations = Make(meters, 2);

        foreach (var organization in new[] { "acme", "best", "cold", "dull", "acme" })
        {
            organizations.Asked(organization, "k-" + organization);
            organizations.Checked(organization, CheckVerdict.Blocked, 10);
            organizations.Executed(organization, new("result", "done"));
        }

        Assert.Equal(
            new Dictionary<string, double>
            {
                ["dnc.organization.key.requests{organization=acme,key=k-acme}"] = 2,
                ["dnc.organization.key.requests{organization=best,key=k-best}"] = 1,
                ["dnc.organization.key.requests{organization=_others,key=k-cold}"] = 1,
                ["dnc.organization.key.requests{organization=_others,key=k-dull}"] = 1,
                ["dnc.organization.checks{organization=acme,verdict=blocked}"] = 20,
                ["dnc.organization.checks{organization=best,verdict=blocked}"] = 10,
                ["dnc.organization.checks{organization=_others,verdict=blocked}"] = 20,
                ["dnc.organization.executions{organization=acme,result=done}"] = 2,
                ["dnc.organization.executions{organization=best,result=done}"] = 1,
                ["dnc.organization.executions{organization=_others,result=done}"] = 2,
            },
            meters.Heard.ToDictionary());
    }

    [Fact]
    public void Ten_keys_of_an_organization_are_named_and_all_others_are_one()
    {
        using var meters = new HeardMeters();
        using var organizations = Make(meters, 1);

        for (var key = 0; key < 50; key++) organizations.Asked("acme", $"k-{key}");

        Assert.Equal(OrganizationInstruments.KeysOfEach + 1, meters.Heard.Count);
        Assert.Equal(40, meters.Heard["dnc.organization.key.requests{organization=acme,key=_others}"]);
    }

    static OrganizationInstruments Make(HeardMeters meters, int most) =>
        new(Options.Create(new DncGatewayOptions { OrganizationLabels = most }), meters);
}
