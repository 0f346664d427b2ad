using DncActors.Contracts.Identity;
using DncActors.Contracts.UserGroups;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Workflows;

namespace DncActors.ClusterTests.Grains;

public sealed class UserGroupTests(GrainsCluster cluster) : IClassFixture<GrainsCluster>
{
    [Fact]
    public async Task A_group_hears_of_each_change_once_and_in_order_also_after_its_grain_was_gone()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        await it.AddLeadAsync("ben", "202-555-0124");
        TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));
        var before = await Group(it).GetRecentAsync(100);

        await cluster.Cluster.DeactivateAsync(Group(it));
        TestOrganization.Ok(await it.RunDncAsync("ben", "k2"));
        await cluster.Cluster.DeactivateAsync(Group(it));
        var after = await Group(it).GetRecentAsync(100);

        var log = await cluster.Get<IChangeLog>().ReadGroupAsync(it.Id, TestOrganization.Group, 0, 1_000, TestContext.Current.CancellationToken);
        Assert.Equal(log.Select(c => c.Sequence), after.Reverse().Select(c => c.Sequence));
        Assert.True(before.Length < after.Length);
        Assert.Equal(2, after.Count(c => c.What.Type == ChangeTypes.LeadDoNotContact));
    }

    [Fact]
    public async Task A_group_is_in_step_with_the_workflows_that_concern_it()
    {
        var it = await cluster.NewOrganizationAsync();
        var published = TestOrganization.Ok(await it.Workflow.ChangeAsync(it.NewRequest(), new("Sales 2"), null));

        var sync = await Group(it).GetSyncAsync();

        Assert.Equal(published.Version, sync.Versions[TestOrganization.WorkflowId]);
    }

    [Fact]
    public async Task A_new_group_begins_with_the_workflows_as_they_are()
    {
        var it = await cluster.NewOrganizationAsync();
        TestOrganization.Ok(await it.Organization.AddUserGroupAsync(it.NewRequest(), new("later", "Later", ["lead"])));
        TestOrganization.Ok(await it.Organization.AddUserGroupAsync(it.NewRequest(), new("others", "Others", ["recruit"])));
        var current = TestOrganization.Ok(await it.Workflow.AddStatusAsync(
            it.NewRequest(), new("Won", SystemStatus.Won, Channels.None, [], true, null), null)).Workflow.Version;

        Assert.Equal(current, (await Group(it, "later").GetSyncAsync()).Versions[TestOrganization.WorkflowId]);
        Assert.Empty((await Group(it, "others").GetSyncAsync()).Versions);
    }

    IUserGroupGrain Group(TestOrganization it, string group = TestOrganization.Group) => cluster.Grains.GetGrain<IUserGroupGrain>(GrainKeys.Of(it.Id, group));
}
