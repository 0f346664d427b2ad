using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Identity;
using DncActors.Contracts.Jobs;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Jobs;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.ClusterTests.Grains;

public sealed class WorkflowTests(GrainsCluster cluster) : IClassFixture<GrainsCluster>
{
    const ulong Number = 12025550123;

    [Fact]
    public async Task A_stale_edit_is_refused_and_the_same_request_again_is_the_same_version()
    {
        var it = await cluster.NewOrganizationAsync();
        var request = it.NewRequest();
        var first = TestOrganization.Ok(await it.Workflow.ChangeAsync(request, new("Sales 2"), null));
        TestOrganization.Ok(await it.Workflow.ChangeAsync(it.NewRequest(), new("Sales 3"), null));

        var stale = await it.Workflow.ChangeAsync(it.NewRequest(), new("Sales 4"), first.Version);
        var again = TestOrganization.Ok(await it.Workflow.ChangeAsync(request, new("Sales 2"), null));

        Assert.Equal((RefusalCode.Conflict, "document.version"), (stale.Refusal!.Code, stale.Refusal.Rule));
        Assert.Equal((first.Version, "Sales 2"), (again.Version, again.Name));
    }

    [Fact]
    public async Task Copies_are_all_or_none_and_a_repeat_tells_the_same()
    {
        var it = await cluster.NewOrganizationAsync();
        var other = TestOrganization.Ok(await it.Workflow.AddStatusAsync(
            it.NewRequest(), new("Contacted", SystemStatus.Active, Channels.None, [], true, null), null)).Status.Id;
        var good = new StatusRef(TestOrganization.WorkflowId, other);

        var bad = await it.Workflow.CopyActionAsync(it.NewRequest(), it.NewStatus, it.DncAction, [good, new("nowhere", "x")], dryRun: false);
        var foreseen = TestOrganization.Ok(await it.Workflow.CopyActionAsync(it.NewRequest(), it.NewStatus, it.DncAction, [good], dryRun: true));
        var request = it.NewRequest();
        var made = TestOrganization.Ok(await it.Workflow.CopyActionAsync(request, it.NewStatus, it.DncAction, [good], dryRun: false));
        TestOrganization.Ok(await it.Workflow.RemoveActionAsync(it.NewRequest(), it.NewStatus, it.DncAction, null));
        var again = TestOrganization.Ok(await it.Workflow.CopyActionAsync(request, it.NewStatus, it.DncAction, [good], dryRun: false));

        Assert.Equal(RefusalCode.Unprocessable, bad.Refusal!.Code);
        Assert.Null(foreseen.Items[0].ActionId);
        Assert.NotNull(made.Items[0].ActionId);
        Assert.Equal(made.Items[0], again.Items[0]);
    }

    [Fact]
    public async Task A_restriction_that_changes_where_leads_stand_is_a_job_that_ends_with_all_of_them_in_line()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        Assert.Equal(CheckVerdict.Allowed, await it.CheckAsync(Number));

        var request = it.NewRequest();
        var changed = TestOrganization.Ok(await it.Workflow.ChangeStatusAsync(request, it.NewStatus, new(RestrictsContact: Channels.Phone), null));
        await DoneAsync(it, changed.Job!.Id);

        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number));
        var again = TestOrganization.Ok(await it.Workflow.ChangeStatusAsync(request, it.NewStatus, new(RestrictsContact: Channels.Phone), null));
        Assert.Equal(changed.Job.Id, again.Job!.Id);
    }

    [Fact]
    public async Task While_a_job_cannot_go_on_it_says_so_and_the_lead_is_blocked_by_its_status_alone()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        var refuses = true;
        cluster.Ledger.Before(RefuseAsync);
        var job = TestOrganization.Ok(await it.Workflow.ChangeStatusAsync(it.NewRequest(), it.NewStatus, new(RestrictsContact: Channels.Phone), null)).Job!;
        while ((await ReadAsync())!.Error is null) await Task.Yield();

        Assert.Null((await ReadAsync())!.FinishedAt);
        Assert.Equal(CheckVerdict.Allowed, await it.CheckAsync(Number));
        var lead = await cluster.Checks.CheckLeadAsync(it.Id, "ann", Channels.Call, TestContext.Current.CancellationToken);
        Assert.Equal((CheckVerdict.Blocked, "ann"), (lead!.Verdict, lead.ByStatus?.LeadId));

        Volatile.Write(ref refuses, false);
        await cluster.Grains.GetGrain<IJobGrain>(GrainKeys.Of(it.Id, job.Id.ToString())).WakeAsync();
        await DoneAsync(it, job.Id);
        Assert.Null((await ReadAsync())!.Error);
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number));

        Task<Job?> ReadAsync() => cluster.Get<IJobStore>().ReadAsync(it.Id, job.Id, TestContext.Current.CancellationToken);

        // Everything but the status' own commit.
        Task RefuseAsync(Commit commit)
        {
            if (!Volatile.Read(ref refuses)) return Task.CompletedTask;
            cluster.Ledger.Before(RefuseAsync);
            return commit.Organization == it.Id && commit.Documents.IsDefaultOrEmpty
                ? throw new InvalidOperationException("The database refuses this commit.")
                : Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_job_that_was_interrupted_goes_on_where_it_was_saved()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        await it.AddLeadAsync("ben", "202-555-0124");
        var job = TestOrganization.Ok(await it.Workflow.ChangeStatusAsync(it.NewRequest(), it.NewStatus, new(RestrictsContact: Channels.Phone), null)).Job!;
        await DoneAsync(it, job.Id);

        await cluster.Get<IJobStore>().SaveAsync(job with { Cursor = "ann", Done = 1 });
        await cluster.Grains.GetGrain<IJobGrain>(GrainKeys.Of(it.Id, job.Id.ToString())).WakeAsync();
        await DoneAsync(it, job.Id);

        var done = await cluster.Get<IJobStore>().ReadAsync(it.Id, job.Id, TestContext.Current.CancellationToken);
        Assert.Equal((2, 2), (done!.Done, done.Total));
    }

    [Fact]
    public async Task A_restriction_that_changes_where_nobody_stands_is_in_force_at_once()
    {
        var it = await cluster.NewOrganizationAsync();

        var changed = TestOrganization.Ok(await it.Workflow.ChangeStatusAsync(it.NewRequest(), it.NewStatus, new(RestrictsContact: Channels.Phone), null));
        await it.AddLeadAsync("ann", "202-555-0123");

        Assert.Null(changed.Job);
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number));
    }

    [Fact]
    public async Task A_workflow_is_not_archived_while_a_lead_stands_in_it()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");

        var refused = await it.Workflow.ArchiveAsync(it.NewRequest(), null);

        Assert.Equal(RefusalCode.Unprocessable, refused.Refusal!.Code);
    }

    /// <summary>Waits for the log to tell of the leads, then for the job's own last word.</summary>
    async Task DoneAsync(TestOrganization it, Guid jobId)
    {
        var cancellation = TestContext.Current.CancellationToken;
        while (await cluster.Get<IJobStore>().ReadAsync(it.Id, jobId, cancellation) is not { FinishedAt: not null }) await Task.Yield();
    }
}
