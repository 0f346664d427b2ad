using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.ClusterTests.Grains;

public sealed class ExecutionTests(GrainsCluster cluster) : IClassFixture<GrainsCluster>
{
    const ulong Number = 12025550123;

    [Fact]
    public async Task What_an_execution_puts_on_the_list_is_blocked_when_it_is_answered()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123", "202-555-0124");
        Assert.Equal(CheckVerdict.Allowed, await it.CheckAsync(Number));

        var executed = TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));

        Assert.False(executed.Repeated);
        Assert.Equal(it.DncStatus, executed.Execution.To.StatusId);
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number));
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number + 1));
        var byLead = await cluster.Checks.CheckLeadAsync(it.Id, "ann", Channels.Call, TestContext.Current.CancellationToken);
        Assert.Equal(CheckVerdict.Blocked, byLead!.Verdict);
    }

    [Fact]
    public async Task Another_lead_with_a_listed_phone_is_blocked_from_its_first_second()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));

        await it.AddLeadAsync("ben", "+1 202 555 0123");

        var byLead = await cluster.Checks.CheckLeadAsync(it.Id, "ben", Channels.Call, TestContext.Current.CancellationToken);
        Assert.Equal(CheckVerdict.Blocked, byLead!.Verdict);
    }

    [Fact]
    public async Task The_same_key_again_is_the_same_execution_also_after_the_action_is_gone()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        var first = TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));
        TestOrganization.Ok(await it.Workflow.RemoveActionAsync(it.NewRequest(), it.NewStatus, it.DncAction, null));

        var second = TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));

        Assert.True(second.Repeated);
        Assert.Equal(first.Execution.Id, second.Execution.Id);
        Assert.Equal(first.Execution.DncEntries, second.Execution.DncEntries);
    }

    [Fact]
    public async Task The_same_key_again_is_the_same_execution_where_the_action_is_still_offered()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        var stays = TestOrganization.AddsToList(it.NewStatus) with { Name = "Stop, and stay" };
        var action = TestOrganization.Ok(await it.Workflow.AddActionAsync(it.NewRequest(), it.NewStatus, stays, null)).Action.Id;
        var first = await ExecuteAsync();

        var second = await ExecuteAsync();

        Assert.False(first.Repeated);
        Assert.True(second.Repeated);
        Assert.Equal(first.Execution.Id, second.Execution.Id);
        Assert.Equal(first.Execution.DncEntries, second.Execution.DncEntries);
        var state = (await cluster.Get<ILeadStore>().LoadAsync(it.Id, "ann", null)).State!;
        Assert.Single(state.Lead.Flags);

        async Task<Contracts.Leads.Executed> ExecuteAsync() =>
            TestOrganization.Ok(await it.Lead("ann").ExecuteAsync(it.RequestOf("k1"), action, new(null, null, null)));
    }

    [Fact]
    public async Task An_execution_that_is_planned_again_finds_what_another_node_made_of_it_meanwhile()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        cluster.Ledger.AnswerNextAsConflict();

        var found = TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));

        Assert.True(found.Repeated);
        Assert.Equal(it.DncStatus, found.Execution.To.StatusId);
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number));
    }

    [Fact]
    public async Task The_key_of_another_change_is_a_conflict_also_where_nothing_would_change()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        TestOrganization.Ok(await it.Lead("ann").ChangeAsync(it.RequestOf("k1"), new(Name: "Anna"), null));

        var nothing = await it.Lead("ann").ChangeAsync(it.RequestOf("k1", says: "another"), new(Name: "Anna"), null);

        Assert.Equal((RefusalCode.Conflict, "idempotency.reused"), (nothing.Refusal!.Code, nothing.Refusal.Rule));
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_a_conflict()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));

        var other = await it.RunDncAsync("ann", "k1", says: "another note");

        Assert.Equal((RefusalCode.Conflict, "idempotency.reused"), (other.Refusal!.Code, other.Refusal.Rule));
    }

    [Fact]
    public async Task Of_two_agents_at_once_the_second_is_told_where_the_lead_stands()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");

        var both = await Task.WhenAll(it.RunDncAsync("ann", "k1"), it.RunDncAsync("ann", "k2"));

        Assert.Single(both, o => o.Ok);
        var second = Assert.Single(both, o => !o.Ok).Refusal!;
        Assert.Equal((RefusalCode.Unprocessable, "action.not-offered-here"), (second.Code, second.Rule));
        Assert.Contains("Gone", second.Detail);
    }

    [Fact]
    public async Task A_lead_that_somebody_else_changed_between_plan_and_commit_is_planned_again()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        // Another activation's work: the ledger is asked past the grain.
        cluster.Ledger.Before(async _ =>
        {
            var state = (await cluster.Get<ILeadStore>().LoadAsync(it.Id, "ann", null)).State!;
            var documents = await cluster.Get<Domain.Organizations.IPublishedDocuments>().FindAsync(it.Id);
            var change = LeadRules.Change(
                it.NewRequest(),
                state,
                new(ContactPoints: [.. state.Lead.ContactPoints.Select(p => new ContactPointDraft(p.Point.Kind, p.Typed, null, true)),
                    new(ContactPointKind.Phone, "202-555-0199", null, false)]),
                null,
                documents!,
                DateTimeOffset.UnixEpoch,
                cluster.Get<Domain.Identity.IdSource>());
            await cluster.Get<Domain.Ledger.ILedger>().CommitAsync(change.Value!.Commit!);
        });

        var executed = TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));

        Assert.Contains(executed.Execution.DncEntries, _ => true);
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(12025550199));
    }

    [Fact]
    public async Task An_action_that_is_edited_between_plan_and_commit_runs_as_it_is_then()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        cluster.Ledger.Before(async _ =>
        {
            var renamed = TestOrganization.AddsToList(it.DncStatus) with { Name = "Stop contacting" };
            TestOrganization.Ok(await it.Workflow.ReplaceActionAsync(it.NewRequest(), it.NewStatus, it.DncAction, renamed, null));
        });

        var executed = TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));

        Assert.Equal("Stop contacting", executed.Execution.ActionName);
    }

    [Fact]
    public async Task An_action_that_is_edited_to_take_off_the_list_between_plan_and_commit_says_what_still_blocks()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        await it.AddLeadAsync("ben", "202-555-0123");
        TestOrganization.Ok(await it.RunDncAsync("ben", "k1"));
        cluster.Ledger.Before(async _ =>
        {
            var removes = TestOrganization.AddsToList(it.DncStatus) with { Operations = [new RemoveFromDoNotContact(Channels.All, false)] };
            TestOrganization.Ok(await it.Workflow.ReplaceActionAsync(it.NewRequest(), it.NewStatus, it.DncAction, removes, null));
        });

        var executed = TestOrganization.Ok(await it.RunDncAsync("ann", "k2"));

        Assert.Equal("+12025550123", Assert.Single(executed.Execution.StillBlocked).Value);
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number));
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_unknown_and_found_by_the_repeat()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("ann", "202-555-0123");
        cluster.Ledger.LoseNextAnswer();

        var first = await it.RunDncAsync("ann", "k1");
        var second = TestOrganization.Ok(await it.RunDncAsync("ann", "k1"));

        Assert.Equal(RefusalCode.Unavailable, first.Refusal!.Code);
        Assert.True(second.Repeated);
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number));
        var history = await cluster.Get<ILeadStore>().ReadHistoryAsync(it.Id, "ann", new(), TestContext.Current.CancellationToken);
        Assert.Single(history.Items);
    }

    [Fact]
    public async Task A_lead_that_is_taken_is_a_conflict_and_its_own_request_again_is_not()
    {
        var it = await cluster.NewOrganizationAsync();
        var draft = new LeadDraft("ann", "lead", TestOrganization.WorkflowId, it.NewStatus, "Ann", [], [], "{}");

        var first = await it.Lead("ann").CreateAsync(it.RequestOf("k1"), draft);
        var again = await it.Lead("ann").CreateAsync(it.RequestOf("k1"), draft);
        var other = await it.Lead("ann").CreateAsync(it.RequestOf("k2"), draft);

        Assert.True(first.Ok && again.Ok);
        Assert.Equal((RefusalCode.Conflict, "lead.taken"), (other.Refusal!.Code, other.Refusal.Rule));
    }

    [Fact]
    public async Task An_entry_of_a_lead_that_is_revoked_blocks_no_more()
    {
        var it = await cluster.NewOrganizationAsync();
        var open = TestOrganization.Ok(await it.Workflow.AddStatusAsync(
            it.NewRequest(), new("Later", Domain.Workflows.SystemStatus.Nurture, Channels.None, [], true, null), null)).Status.Id;
        var action = TestOrganization.Ok(await it.Workflow.AddActionAsync(
            it.NewRequest(), it.NewStatus, TestOrganization.AddsToList(open) with { Name = "Pause" }, null)).Action.Id;
        await it.AddLeadAsync("ann", "202-555-0123");
        var executed = TestOrganization.Ok(await it.Lead("ann").ExecuteAsync(it.NewRequest(), action, new(null, null, null)));
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number));

        var request = it.NewRequest();
        var entry = executed.Execution.DncEntries[0];
        var revoked = TestOrganization.Ok(await it.Lead("ann").RevokeEntryAsync(request, entry, new("A mistake", "letter of today")));
        var again = TestOrganization.Ok(await it.Lead("ann").RevokeEntryAsync(request, entry, new("A mistake", "letter of today")));

        Assert.NotNull(revoked.Revoked);
        Assert.NotNull(again.Revoked);
        Assert.Equal(CheckVerdict.Allowed, await it.CheckAsync(Number));
    }
}
