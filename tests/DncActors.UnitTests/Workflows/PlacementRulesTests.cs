using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

public sealed class PlacementRulesTests
{
    [Fact]
    public void A_copy_gives_the_action_to_every_target_under_ids_of_their_own()
    {
        var copied = Copy(Sales.Documents, Sales.Talking, new("renewal", "open"), new("sales", "later")).Value();
        Assert.Equal([("renewal", 6L), ("sales", 4L)], copied.Workflows.Select(w => (w.Id, w.Version)));
        Assert.Equal([Sales.Talking, new("renewal", "open"), new("sales", "later")], copied.Placements.Select(p => p.At));
        Assert.Equal([4L, 6L, 4L], copied.Placements.Select(p => p.WorkflowVersion));
        Assert.Equal(3, copied.Placements.Select(p => p.ActionId).Distinct().Count());
        Assert.All(copied.Placements, p =>
        {
            Assert.False(p.Replaced);
            var action = Assert.Single(copied.Workflows.Single(w => w.Id == p.At.WorkflowId).Find(p.At.StatusId)!.Actions);
            Assert.Equal((p.ActionId, "Do Not Contact"), (action.Id, action.Name));
            Assert.Equal(Sales.Dnc.Operations, action.Operations);
        });
    }

    [Fact]
    public void A_dry_run_tells_no_ids_that_nothing_has_yet()
    {
        var copied = Copy(Sales.Documents, Sales.Talking, new("sales", "new")).Value();
        Assert.Equal([null, "dnc"], copied.Foreseen.Select(p => p.ActionId));
    }

    [Fact]
    public void A_target_that_has_an_action_of_that_name_gets_it_replaced_not_doubled()
    {
        var other = Sales.Action("t-dnc", " do not CONTACT", Sales.Add) with { Order = 6 };
        var documents = Sales.Documents.Change(Sales.Talking, s => s with { Actions = [Sales.Action("x", "Other", Sales.Add), other] });
        var copied = Copy(documents, Sales.Talking).Value();
        Assert.Equal(new ActionPlacement(Sales.Talking, "t-dnc", true, 5), Assert.Single(copied.Placements));
        Assert.Equal(
            [("x", "Other", 0), ("t-dnc", "Do Not Contact", 6)],
            copied.Workflows.Single().Find("talking")!.Actions.Select(a => (a.Id, a.Name, a.Order)));
    }

    [Fact]
    public void All_or_none_and_every_bad_target_is_named_with_why()
    {
        var refused = Copy(
            Sales.Documents,
            Sales.Talking,
            new("hiring", "applied"),
            new("nope", "x"),
            new("sales", "nope"),
            new("sales", "off"),
            new("sales", "old"),
            Sales.Talking).Refused();
        Assert.Equal((RefusalCode.Unprocessable, "copy.targets"), (refused.Code, refused.Rule));
        Assert.Equal(Enumerable.Range(1, 6).Select(i => $"targets[{i}]"), refused.Errors.Select(e => e.Field));
        string[] why = ["'recruit'", "no workflow 'nope'", "no status 'nope'", "disabled", "archived", "listed twice"];
        Assert.All(why.Zip(refused.Errors), p => Assert.Contains(p.First, p.Second.Message, StringComparison.Ordinal));
        Assert.Contains("targets[6]", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Archived_workflows_and_full_statuses_take_no_action()
    {
        var full = Enumerable.Range(0, WorkflowLimits.MaxActions).Select(i => Sales.Action($"a{i}", $"A{i}", Sales.Add)).ToImmutableArray();
        var documents = Sales.Documents
            .And(Sales.Documents.Workflows["renewal"] with { Version = 6, Archived = true })
            .Change(Sales.Talking, s => s with { Actions = full });
        Assert.Equal(["targets[0]", "targets[1]"], Copy(documents, new("renewal", "open"), Sales.Talking).Fields());
        var named = documents.Change(Sales.Talking, s => s with { Actions = s.Actions.SetItem(7, s.Actions[7] with { Name = Sales.Dnc.Name }) });
        Assert.True(Copy(named, Sales.Talking).Value().Placements[0].Replaced);
    }

    [Fact]
    public void There_is_at_least_one_target_and_at_most_a_thousand()
    {
        Assert.Equal(["targets"], Copy(Sales.Documents).Fields());
        Assert.Equal(["targets"], Copy(Sales.Documents, [.. Enumerable.Repeat(Sales.Talking, 1_001)]).Fields());
    }

    [Fact]
    public void What_is_nowhere_is_not_copied()
    {
        var ids = new Sales.Ids();
        Assert.Equal(RefusalCode.NotFound, CopyRules.Copy(Sales.Documents, "nope", "new", "dnc", [Sales.Talking], Sales.Now, ids).Refused().Code);
        Assert.Equal(RefusalCode.NotFound, CopyRules.Copy(Sales.Documents, "sales", "nope", "dnc", [Sales.Talking], Sales.Now, ids).Refused().Code);
        Assert.Equal(RefusalCode.NotFound, CopyRules.Copy(Sales.Documents, "sales", "new", "nope", [Sales.Talking], Sales.Now, ids).Refused().Code);
    }

    [Fact]
    public void An_action_that_is_not_right_any_more_is_not_spread()
    {
        var documents = Sales.Documents.Change(new("sales", "new"), s => s with { Actions = [Sales.Dnc with { AllowedRoles = ["gone"] }] });
        var refused = Copy(documents, Sales.Talking).Refused();
        Assert.Equal("copy.action", refused.Rule);
        Assert.Equal(["action.allowedRoles[0]"], refused.Errors.Select(e => e.Field));
    }

    [Fact]
    public void A_copy_is_fenced_by_its_source_and_by_what_the_action_names()
    {
        Assert.Equal([new DocumentGuard(DocumentKind.Workflow, "sales", 3)], Copy(Sales.Documents, new StatusRef("renewal", "open")).Value().Guards.Documents);
        Assert.Empty(Copy(Sales.Documents, Sales.Talking).Value().Guards.Documents);
    }

    [Fact]
    public void A_target_that_has_the_action_already_makes_no_version()
    {
        var copied = Copy(Sales.Documents, new StatusRef("sales", "new")).Value();
        Assert.Empty(copied.Workflows);
        Assert.Equal(new ActionPlacement(new("sales", "new"), "dnc", true, 3), Assert.Single(copied.Placements));
    }

    [Fact]
    public void More_than_one_commit_can_hold_is_refused()
    {
        var heavy = Enumerable.Range(0, 90).Select(i => Sales.Action($"a{i}", $"A{i}", Sales.Add with { Reason = new string('r', 500) })).ToImmutableArray();
        var statuses = Enumerable.Range(0, 10).Select(i => Sales.Status($"s{i}", SystemStatus.Active, heavy)).ToImmutableArray();
        var documents = Sales.Documents.And(Enumerable.Range(0, 6).Select(i => new Workflow($"w{i}", 1, false, "W", "lead", statuses)));
        Assert.Equal(RefusalCode.TooLarge, Copy(documents, [.. Enumerable.Range(0, 6).Select(i => new StatusRef($"w{i}", "s0"))]).Refused().Code);
    }

    static Outcome<PlacementEdit> Copy(OrganizationDocuments documents, params ImmutableArray<StatusRef> targets) =>
        CopyRules.Copy(documents, "sales", "new", "dnc", targets, Sales.Now, new Sales.Ids());
}
