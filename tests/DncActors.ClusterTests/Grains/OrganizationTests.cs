using System.Security.Cryptography;
using System.Text;
using DncActors.Contracts.Access;
using DncActors.Contracts.Organizations;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;

namespace DncActors.ClusterTests.Grains;

public sealed class OrganizationTests(GrainsCluster cluster) : IClassFixture<GrainsCluster>
{
    [Fact]
    public async Task A_key_lets_in_from_its_making_to_its_revocation()
    {
        var it = await cluster.NewOrganizationAsync();
        var made = TestOrganization.Ok(await it.Organization.AddKeyAsync(it.NewRequest(), new("Dialer", "dialer", null, false)));
        Assert.Equal(Permissions.ContactCheck, (await ResolveAsync(made.Secret!)).Access!.Permissions);

        TestOrganization.Ok(await it.Organization.RevokeKeyAsync(it.NewRequest(), made.Key.Id, null));

        Assert.Equal(AccessDenial.UnknownKey, (await ResolveAsync(made.Secret!)).Denial);
    }

    [Fact]
    public async Task A_secret_is_shown_once()
    {
        var it = await cluster.NewOrganizationAsync();
        var request = it.NewRequest();

        var first = TestOrganization.Ok(await it.Organization.AddKeyAsync(request, new("Dialer", "dialer", null, false)));
        var again = TestOrganization.Ok(await it.Organization.AddKeyAsync(request, new("Dialer", "dialer", null, false)));

        Assert.NotNull(first.Secret);
        Assert.Null(again.Secret);
        Assert.Equal(first.Key.Id, again.Key.Id);
    }

    [Fact]
    public async Task A_key_that_acts_for_a_person_has_what_both_have()
    {
        var it = await cluster.NewOrganizationAsync();
        TestOrganization.Ok(await it.Organization.AddUserAsync(it.NewRequest(), new("ann", "Ann", ["agent"], [])));
        var key = TestOrganization.Ok(await it.Organization.AddKeyAsync(it.NewRequest(), new("CRM", "auditor", null, true)));

        var access = (await ResolveAsync(key.Secret!, "ann")).Access!;

        Assert.Equal(("ann", "ann", Permissions.LeadRead), (access.Actor, access.UserId, access.Permissions));
        Assert.Equal(AccessDenial.UnknownUser, (await ResolveAsync(key.Secret!, "nobody")).Denial);
        Assert.Equal(AccessDenial.MayNotActForUsers, (await ResolveAsync(it.Secret, "ann")).Denial);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var it = await cluster.NewOrganizationAsync();

        var refused = await it.Organization.RevokeKeyAsync(it.NewRequest(), it.KeyId, null);

        Assert.Equal((RefusalCode.Unprocessable, "administrator.last"), (refused.Refusal!.Code, refused.Refusal.Rule));
    }

    [Fact]
    public async Task Only_the_default_organization_makes_another_and_an_id_is_taken_once()
    {
        var it = await cluster.NewOrganizationAsync();
        var maker = cluster.Grains.GetGrain<IOrganizationGrain>(Organization.Default);

        var notDefault = await it.Organization.MakeOrganizationAsync(it.NewRequest(), new("another", "Another", null));
        var taken = await maker.MakeOrganizationAsync(it.NewRequest() with { Organization = Organization.Default }, new(it.Id, "Again", null));

        Assert.Equal(RefusalCode.Forbidden, notDefault.Refusal!.Code);
        Assert.Equal((RefusalCode.Conflict, "id.taken"), (taken.Refusal!.Code, taken.Refusal.Rule));
    }

    [Fact]
    public async Task The_log_of_a_new_organization_begins_with_who_made_it_and_of_which_organization_they_are()
    {
        var it = await cluster.NewOrganizationAsync();
        var changes = await cluster.Get<IChangeLog>().ReadOrganizationAsync(it.Id, 0, entriesOnly: false, 1, TestContext.Current.CancellationToken);

        Assert.StartsWith($"{Organization.Default}/key:", Assert.Single(changes).Actor, StringComparison.Ordinal);
    }

    ValueTask<AccessAnswer> ResolveAsync(string secret, string? actingUserId = null) =>
        cluster.Get<IAccessDirectory>().ResolveAsync(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), actingUserId);
}
