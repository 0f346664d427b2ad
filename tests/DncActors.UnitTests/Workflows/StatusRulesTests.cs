using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

public sealed class StatusRulesTests
{
    static readonly StatusDraft _draft = new("DNC", SystemStatus.Dead, Channels.All, ["closer"], true, null);

    [Fact]
    public void A_new_status_stands_behind_the_last()
    {
        var documents = Sales.Documents.Change(Sales.Talking, s => s with { Order = 7 });
        var edit = StatusRules.Add(documents, "sales", _draft, "s9").Value();
        Assert.Equal((8, "s9", 5L), (edit.Status.Order, edit.Status.Id, edit.Workflow.Version));
        Assert.Same(edit.Status, edit.Workflow.Statuses[^1]);
        Assert.False(edit.RestrictionChanged);
        Assert.Equal([new DocumentGuard(DocumentKind.Role, "closer", 2)], edit.Guards.Documents);
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_status_is_said_at_once()
    {
        var draft = new StatusDraft(new string('x', 201), (SystemStatus)9, (Channels)64, ["agent", "gone", "nobody", "agent"], true, -1);
        var refused = StatusRules.Add(Sales.Documents, "sales", draft, "s9").Refused();
        Assert.Equal(
            ["name", "systemStatus", "restrictsContact", "allowedRoles[1]", "allowedRoles[2]", "allowedRoles[3]", "order"],
            refused.Errors.Select(e => e.Field));
        Assert.Contains("new, active, nurture, won, dead", refused.Errors[1].Message, StringComparison.Ordinal);
        Assert.Contains("'nobody'", refused.Errors[4].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Talking")]
    [InlineData(" tALKING ")]
    public void Two_statuses_in_use_never_share_a_name(string name)
    {
        Assert.Equal(["name"], StatusRules.Add(Sales.Documents, "sales", _draft with { Name = name }, "s9").Fields());
        Assert.Equal(["name"], StatusRules.Change(Sales.Documents, "sales", "new", new(Name: name)).Fields());
    }

    [Fact]
    public void The_name_of_an_archived_status_is_free() => Assert.True(StatusRules.Add(Sales.Documents, "sales", _draft with { Name = "Old" }, "s9").Ok);

    [Fact]
    public void A_workflow_has_at_most_200_statuses_in_use()
    {
        var most = Enumerable.Range(0, WorkflowLimits.MaxStatuses).Select(i => Sales.Status($"s{i}", SystemStatus.Active)).ToImmutableArray();
        var full = Sales.Documents.And(new Workflow("sales", 9, false, "Sales", "lead", most));
        Assert.Equal("statuses.too-many", StatusRules.Add(full, "sales", _draft, "more").Refused().Rule);
        Assert.True(StatusRules.Add(full.Change(new("sales", "s3"), s => s with { Archived = true }), "sales", _draft, "one-more").Ok);
    }

    [Fact]
    public void A_patch_changes_what_it_names_and_nothing_else()
    {
        var edit = StatusRules.Change(Sales.Documents, "sales", "talking", new(SystemStatus: SystemStatus.Won, Order: 3)).Value();
        var was = Sales.Documents.FindStatus(Sales.Talking)!;
        Assert.Equal(was with { SystemStatus = SystemStatus.Won, Order = 3 }, edit.Status);
        Assert.Equal(Sales.Documents.Workflows["sales"].Statuses.Length, edit.Workflow.Statuses.Length);
        Assert.Equal(4, edit.Workflow.Version);
    }

    [Fact]
    public void A_patch_that_changes_nothing_makes_no_version()
    {
        var same = new StatusPatch("Talking", SystemStatus.Active, Channels.None, [], true, 0);
        Assert.Same(Sales.Documents.Workflows["sales"], StatusRules.Change(Sales.Documents, "sales", "talking", same).Value().Workflow);
    }

    [Theory]
    [InlineData(Channels.None, false)]
    [InlineData(Channels.Call, true)]
    public void It_says_whether_what_the_status_restricts_has_changed(Channels restricts, bool changed) =>
        Assert.Equal(
            changed, StatusRules.Change(Sales.Documents, "sales", "talking", new(Name: "Talks", RestrictsContact: restricts)).Value().RestrictionChanged);

    [Fact]
    public void A_status_that_an_enabled_action_moves_to_is_neither_disabled_nor_archived_and_the_actions_are_named()
    {
        var documents = Sales.Documents.Change(new("renewal", "open"), s => s with { Actions = [Sales.Dnc with { Id = "r-dnc", Name = "Stop" }] });
        var disabling = StatusRules.Change(documents, "sales", "dead", new(Enabled: false)).Refused();
        var archiving = StatusRules.Archive(documents, "sales", "dead").Refused();
        Assert.All([disabling, archiving], refused =>
        {
            Assert.Equal((RefusalCode.Unprocessable, "status.is-a-target"), (refused.Code, refused.Rule));
            Assert.Contains("'Do Not Contact' in 'New' of 'Sales'", refused.Detail, StringComparison.Ordinal);
            Assert.Contains("'Stop' in 'Open' of 'Renewal'", refused.Detail, StringComparison.Ordinal);
            Assert.Equal(2, refused.Errors.Length);
        });
        Assert.True(StatusRules.Change(documents, "sales", "dead", new(Name: "Buried")).Ok);
    }

    [Fact]
    public void A_status_whose_own_action_leads_back_to_it_can_be_disabled()
    {
        var documents = Sales.Documents.Change(Sales.Talking, s => s with { Actions = [Sales.Action("a", "Stay", new MoveToStatus("sales", "talking"))] });
        Assert.True(StatusRules.Change(documents, "sales", "talking", new(Enabled: false)).Ok);
        Assert.True(StatusRules.Archive(documents, "sales", "talking").Ok);
    }

    [Fact]
    public void Disabling_is_fenced_against_actions_that_come_to_move_here_meanwhile() => Assert.Equal(
        [new KindGuard(DocumentKind.Workflow, Sales.Documents.Sequence)],
        StatusRules.Change(Sales.Documents, "sales", "talking", new(Enabled: false)).Value().Guards.Kinds);

    [Fact]
    public void A_status_is_archived_only_while_no_lead_stands_in_it()
    {
        var edit = StatusRules.Archive(Sales.Documents, "sales", "talking").Value();
        Assert.True(edit.Status.Archived);
        Assert.Equal([new EmptyGuard("sales", "talking")], edit.Guards.Empty);
        Assert.Single(edit.Guards.Kinds);
        Assert.Same(edit.Workflow, StatusRules.Archive(Sales.Documents.And(edit.Workflow), "sales", "talking").Value().Workflow);
    }

    [Fact]
    public void An_archived_status_is_not_changed_and_one_that_is_nowhere_not_found()
    {
        Assert.Equal("status.archived", StatusRules.Change(Sales.Documents, "sales", "old", new("X")).Refused().Rule);
        Assert.Equal(RefusalCode.NotFound, StatusRules.Change(Sales.Documents, "sales", "nope", new("X")).Refused().Code);
        Assert.Equal(RefusalCode.NotFound, StatusRules.Archive(Sales.Documents, "sales", "nope").Refused().Code);
        Assert.Equal(RefusalCode.NotFound, StatusRules.Add(Sales.Documents, "nope", _draft, "s9").Refused().Code);
    }

    [Fact]
    public void A_role_that_has_gone_since_keeps_no_status_from_being_disabled()
    {
        var documents = Sales.Documents.Change(Sales.Talking, s => s with { AllowedRoles = ["gone"] });
        Assert.True(StatusRules.Change(documents, "sales", "talking", new(Enabled: false)).Ok);
        Assert.Equal(["allowedRoles[0]"], StatusRules.Change(documents, "sales", "talking", new(AllowedRoles: ["gone"])).Fields());
    }
}
