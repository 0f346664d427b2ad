using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Leads;

public sealed class ExecutionRulesTests
{
    const string Phone = "+12025550123";
    const string OtherPhone = "+12025550124";
    const string Email = "ada@example.org";

    readonly LeadWorld _world = new();

    [Fact]
    public void A_Do_Not_Contact_action_is_one_commit_of_entries_move_and_record()
    {
        var state = _world.Create("l1", LeadWorld.New, Phone, OtherPhone, Email);
        var decision = LeadWorld.Made(_world.Plan(state, "dnc"));
        var (commit, execution) = (decision.Commit, decision.Execution);

        Assert.Equal(commit.Id, execution.Id);
        Assert.Equal([new DocumentGuard(DocumentKind.Workflow, "sales", 1)], commit.Guards);
        Assert.Equal((LeadWorld.New, LeadWorld.Dnc, 1), (execution.From, execution.To, execution.WorkflowVersion));
        Assert.Equal(commit.Add.Select(e => e.Id), execution.DncEntries);
        Assert.Equal([ChangeTypes.LeadDoNotContact, ChangeTypes.LeadMoved], commit.Changes.Select(c => c.Type));
        Assert.Equal(Enumerable.Repeat(EntrySource.Action, 3), commit.Changes[0].Added.Select(e => e.Source));
        Assert.Equal(Enumerable.Repeat(EntrySource.LeadStatus, 3), commit.Changes[1].Added.Select(e => e.Source));
        Assert.All(commit.Changes, c => Assert.Equal(["east"], c.UserGroups));
        Assert.Equal("""{"flagged":[]}""", commit.Changes[0].Before);
        Assert.Equal("""{"flagged":["call","sms","email"],"channels":["call","sms","email"]}""", commit.Changes[0].After);

        _world.Commit(commit);
        Assert.True(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Call));
        Assert.True(_world.IsBlocked(LeadWorld.Point(Email), Channels.Email));
        var lead = _world.Load("l1").Lead;
        Assert.Equal((LeadWorld.Dnc, 2, "ann", _world.Now), (lead.At, lead.Version, lead.StatusBy, lead.StatusSince));
        Assert.Equal(execution.Id, Assert.Single(lead.Flags).ExecutionId);
    }

    [Fact]
    public void Channels_are_those_of_the_contact_points_kind()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone, Email);
        _world.Execute("l1", "quiet");
        Assert.Equal([(Phone, Channels.Sms), (Email, Channels.Email)], _world.Load("l1").Entries.Select(e => (e.Point.Value, e.Channels)));
    }

    [Fact]
    public void Only_primary_contact_points_are_taken_where_the_action_says_so_and_for_so_many_days()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone, OtherPhone, Email);
        _world.Execute("l1", "pause");

        var entry = Assert.Single(_world.Load("l1").Entries, e => e.Source == EntrySource.Action);
        Assert.Equal((Phone, Channels.Phone, _world.Now.AddDays(30)), (entry.Point.Value, entry.Channels, entry.ExpiresAt));
        Assert.True(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Call));
        _world.Now += TimeSpan.FromDays(30);
        Assert.False(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Call));
    }

    [Fact]
    public void A_lead_without_contact_points_is_flagged_and_what_comes_later_is_blocked()
    {
        _world.Create("l1", LeadWorld.New);
        Assert.Empty(_world.Execute("l1", "dnc").DncEntries);
        Assert.Equal(Channels.All, Assert.Single(_world.Load("l1").Lead.Flags).Channels);

        _world.SetPoints("l1", Phone);
        Assert.True(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Call));
    }

    [Fact]
    public void The_second_of_two_agents_is_told_where_the_lead_now_stands()
    {
        var state = _world.Create("l1", LeadWorld.New, Phone);
        var (first, second) = (LeadWorld.Made(_world.Plan(state, "contact")), LeadWorld.Made(_world.Plan(state, "dnc")));
        _world.Commit(first.Commit);

        Assert.Equal("lead", _world.Ledger.Commit(second.Commit).Conflict);
        var refusal = LeadWorld.Refused(_world.Plan(_world.Load("l1"), "dnc"), RefusalCode.Unprocessable, "action.not-offered-here");
        Assert.Contains("stands in 'contacted' (sales/contacted)", refusal.Detail);
    }

    [Fact]
    public void An_action_that_is_nowhere_is_not_found() =>
        LeadWorld.Refused(_world.Plan(_world.Create("l1", LeadWorld.New), "nope"), RefusalCode.NotFound, "not-found");

    [Fact]
    public void Nothing_runs_under_a_version_that_was_replaced_before_its_commit()
    {
        var state = _world.Create("l1", LeadWorld.Contacted, Phone);
        var renew = LeadWorld.Made(_world.Plan(state, "renew"));
        Assert.Equal(["sales", "renewals"], renew.Commit.Guards.Select(g => g.Id));

        _world.Change(LeadWorld.Renewal, s => s with { RestrictsContact = Channels.None });
        Assert.Equal("document", _world.Ledger.Commit(renew.Commit).Conflict);

        _world.Execute("l1", "renew");
        Assert.Empty(_world.Load("l1").Entries);
    }

    [Fact]
    public void Missing_rights_are_refused_with_the_reason()
    {
        var state = _world.Create("l1", LeadWorld.New);
        Refused("permission.missing", new ActingPerson(Permissions.LeadRead, ["agent"]));
        _world.Change(LeadWorld.New, s => s with { AllowedRoles = ["manager"] });
        Assert.Contains("'Manager'", Refused("status.role-missing", LeadWorld.Agent).Detail);
        _world.Change(LeadWorld.New, s => s with { AllowedRoles = [], Actions = [.. s.Actions.Select(a => a with { AllowedRoles = ["manager", "auditor"] })] });
        Refused("action.role-missing", LeadWorld.Agent);
        Assert.True(_world.Plan(state, "dnc", person: LeadWorld.Agent with { Roles = ["auditor"] }).Ok);

        Refusal Refused(string rule, ActingPerson person) =>
            LeadWorld.Refused(_world.Plan(state, "dnc", person: person), RefusalCode.Forbidden, rule);
    }

    [Fact]
    public void What_is_out_of_use_does_not_run()
    {
        var state = _world.Create("l1", LeadWorld.New);
        Refused("close", "target.status.disabled");
        Refused("hire", "target.record-type");
        _world.Change(LeadWorld.Contacted, s => s with { Archived = true });
        Refused("contact", "target.status.archived");
        _world.Change(LeadWorld.New, s => s with { Actions = [.. s.Actions.Select(a => a with { Enabled = false })] });
        Refused("dnc", "action.disabled");
        _world.Change(LeadWorld.New, s => s with { Enabled = false });
        Refused("dnc", "status.disabled");
        var sales = _world.Documents.Workflows["sales"];
        _world.Publish(sales with { Version = sales.Version + 1, Archived = true });
        Refused("dnc", "workflow.archived");

        void Refused(string action, string rule) => LeadWorld.Refused(_world.Plan(state, action), RefusalCode.Unprocessable, rule);
    }

    [Fact]
    public void What_comes_with_the_wish_is_read()
    {
        var state = _world.Create("l1", LeadWorld.New);
        var wrong = new ExecutionDraft(new('x', 4_001), new('x', 4_001), _world.Now.AddMinutes(6));
        Assert.Equal(["note", "evidence", "occurredAt"], Plan(wrong).Refusal!.Errors.Select(e => e.Field));
        Assert.Equal("occurredAt", Plan(new(null, null, new(1999, 12, 31, 0, 0, 0, default))).Refusal!.Errors.Single().Field);

        var execution = LeadWorld.Made(Plan(new(" said so ", "", _world.Now.AddMinutes(4)))).Execution;
        Assert.Equal(("said so", null, _world.Now.AddMinutes(4)), (execution.Note, execution.Evidence, execution.OccurredAt));

        Outcome<ExecutionDecision> Plan(ExecutionDraft draft) =>
            ExecutionRules.Plan(_world.Request(), state, "dnc", draft, LeadWorld.Agent, _world.Documents, [], _world.Now, _world.Ids);
    }

    [Fact]
    public void The_groups_that_an_operation_names_are_told_instead_of_the_leads_own()
    {
        _world.Create("l1", LeadWorld.New);
        Assert.Equal(["east", "north", "west"], _world.Execute("l1", "touch").UserGroups);
        _world.Change(LeadWorld.New, s => s with
        {
            Actions = [s.Actions[0] with { Operations = [new NotifyUserGroups(false, ["west", "gone"]), .. s.Actions[0].Operations] }],
        });
        Assert.Equal(["west"], _world.Execute("l1", "dnc").UserGroups);
    }

    [Fact]
    public void An_action_that_only_tells_is_in_the_log_as_executed()
    {
        var state = _world.Create("l1", LeadWorld.New, Phone);
        var commit = LeadWorld.Made(_world.Plan(state, "touch")).Commit;
        Assert.Equal([ChangeTypes.LeadExecuted], commit.Changes.Select(c => c.Type));
        Assert.Equal(["east", "north", "west"], commit.Changes[0].UserGroups);
    }

    [Fact]
    public void A_move_to_where_the_lead_stands_is_no_move()
    {
        var state = _world.Create("l1", LeadWorld.New);
        _world.Now += TimeSpan.FromDays(1);
        _world.Execute("l1", "stay");
        Assert.Equal((state.Lead.StatusSince, 2), (_world.Load("l1").Lead.StatusSince, _world.Load("l1").Lead.Version));
    }

    [Fact]
    public void From_one_restricting_status_to_another_the_entries_are_those_of_the_new_one()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone, Email);
        _world.Execute("l1", "renew");
        var first = Assert.Single(_world.Load("l1").Entries);
        _world.Change(LeadWorld.New, s => s with { RestrictsContact = Channels.Call | Channels.Sms });
        var back = _world.Execute("l1", "back");

        var second = Assert.Single(_world.Load("l1").Entries);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([first.Id], back.RevokedEntries);
        Assert.Equal([second.Id], back.DncEntries);
        Assert.Contains("'new'", second.Reason);
    }

    [Fact]
    public void A_lead_does_not_hold_more_entries_than_can_be_loaded_with_it()
    {
        _world.Create("l1", LeadWorld.Contacted, [.. Enumerable.Range(0, 50).Select(i => $"+1202555{i:0000}")]);
        for (var i = 0; i < 20; i++) _world.Execute("l1", "quiet");
        LeadWorld.Refused(_world.Plan(_world.Load("l1"), "quiet"), RefusalCode.Unprocessable, "lead.too-many-entries");
        Assert.True(_world.Plan(_world.Load("l1"), "text-again").Ok);
    }
}
