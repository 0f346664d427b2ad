using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Leads;

public sealed class StatusRestrictionRulesTests
{
    readonly LeadWorld _world = new();

    [Fact]
    public void Leads_are_brought_in_line_in_one_commit_and_those_that_are_need_none()
    {
        _world.Create("l1", LeadWorld.New, "+12025550121");
        _world.Create("l2", LeadWorld.New, "+12025550122", "ada@example.org");
        _world.Create("l3", LeadWorld.New, "grace@example.org");
        _world.Create("l4", LeadWorld.Contacted, "+12025550124");
        Restrict(Channels.Call);
        var plan = Plan("l1", "l2", "l3", "l4");

        Assert.Equal(4, plan.Leads);
        Assert.Equal(["l1", "l2"], plan.Commit!.Changes.Select(c => c.LeadId!));
        Assert.All(plan.Commit.Changes, c => Assert.Equal((ChangeTypes.LeadChanged, Channels.Call), (c.Type, c.Added.Single().Channels)));
        _world.Commit(plan.Commit);
        Assert.Null(Plan("l1", "l2", "l3", "l4").Commit);

        Restrict(Channels.None);
        _world.Commit(Plan("l1", "l2", "l3").Commit);
        Assert.False(_world.IsBlocked(LeadWorld.Point("+12025550121"), Channels.Call));
    }

    [Fact]
    public void A_lead_that_moved_meanwhile_makes_the_step_plan_again()
    {
        _world.Create("l1", LeadWorld.New, "+12025550121");
        Restrict(Channels.Call);
        var plan = Plan("l1");
        _world.Execute("l1", "contact");
        Assert.Equal("lead", _world.Ledger.Commit(plan.Commit!).Conflict);
        Assert.Null(Plan("l1").Commit);
    }

    [Fact]
    public void A_step_is_no_longer_than_others_can_wait_for()
    {
        ImmutableArray<string> ids = [.. Enumerable.Range(0, 50).Select(i => $"l{i}")];
        foreach (var (i, id) in ids.Index())
        {
            _world.Create(id, LeadWorld.New, [.. Enumerable.Range(0, 50).Select(p => $"+1202555{(i * 50) + p:0000}")]);
        }
        Restrict(Channels.Call);
        var plan = Plan(ids);
        Assert.Equal((40, StatusRestrictionRules.MaxEntriesInACommit), (plan.Leads, plan.Commit!.Add.Length));
    }

    [Fact]
    public void A_status_that_is_not_known_yet_is_no_reason_to_free_anybody()
    {
        var outcome = StatusRestrictionRules.Plan(_world.Request(), new("sales", "later"), [], _world.Documents, _world.Now, _world.Ids);
        LeadWorld.Refused(outcome, RefusalCode.Unavailable, "documents.behind");
    }

    void Restrict(Channels channels) => _world.Change(LeadWorld.New, (Status s) => s with { RestrictsContact = channels });

    StatusRestrictionPlan Plan(params ImmutableArray<string> ids) => LeadWorld.Made(StatusRestrictionRules.Plan(
        _world.Request(), LeadWorld.New, [.. ids.Select(_world.Load)], _world.Documents, _world.Now, _world.Ids));
}
