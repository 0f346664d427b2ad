using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

public sealed class ActionRulesTests
{
    static readonly ActionDraft _draft = Sales.Draft with { Name = "Stop" };

    [Fact]
    public void A_new_action_stands_behind_the_last()
    {
        var edit = Add(_draft with { AllowedRoles = ["closer", "agent"] }).Value();
        Assert.Equal(("a9", 1, 4L), (edit.Action.Id, edit.Action.Order, edit.Workflow.Version));
        Assert.Equal(["dnc", "a9"], edit.Workflow.Find("new")!.Actions.Select(a => a.Id));
        Assert.Equal([new DocumentGuard(DocumentKind.Role, "closer", 2)], edit.Guards.Documents);
    }

    [Fact]
    public void Everything_that_is_wrong_with_an_action_is_said_at_once_by_its_path()
    {
        var draft = new ActionDraft(" ", "a\tb", true, ["nobody"], [
            new AddToDoNotContact(Channels.None, (ContactPointSelection)7, new string('r', 501), 0),
            new MoveToStatus("sales", "nope"),
            new RemoveFromDoNotContact(Channels.None, true),
            new NotifyUserGroups(false, ["east", "west"]),
            new NotifyUserGroups(false, []),
        ], 1_000_001);
        Assert.Equal(
            [
                "name",
                "category",
                "allowedRoles[0]",
                "order",
                "operations[0].channels",
                "operations[0].contactPoints",
                "operations[0].reason",
                "operations[0].expiresAfterDays",
                "operations[1].statusId",
                "operations[2].channels",
                "operations[3].userGroupIds[1]",
                "operations[4].userGroupIds",
            ],
            Add(draft).Fields());
        Assert.Equal(RefusalCode.Validation, Add(draft).Refused().Code);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3_650, true)]
    [InlineData(0, false)]
    [InlineData(3_651, false)]
    [InlineData(-1, false)]
    public void A_block_lasts_1_to_3650_days_or_for_ever(int days, bool ok) =>
        Assert.Equal(ok, Add(_draft with { Operations = [Sales.Add with { ExpiresAfterDays = days }] }).Ok);

    [Fact]
    public void An_action_has_an_operation_at_least_and_each_kind_of_effect_once()
    {
        Assert.Equal(["operations"], Add(_draft with { Operations = [] }).Fields());
        Assert.Equal(["operations"], Add(_draft with { Operations = [.. Enumerable.Repeat<Operation>(new NotifyUserGroups(true, []), 11)] }).Fields());
        var remove = new RemoveFromDoNotContact(Channels.All, true);
        var move = new MoveToStatus("sales", "dead");
        Assert.Equal(
            ["operations[2].type", "operations[3].type", "operations[5].type"],
            Add(_draft with { Operations = [Sales.Add, move, move, Sales.Add, remove, remove] }).Fields().Order());
    }

    [Theory]
    [InlineData("nope", "dead", "operations[0].workflowId")]
    [InlineData("sales", "nope", "operations[0].statusId")]
    [InlineData("sales", "old", "operations[0].statusId")]
    [InlineData("sales", "off", "operations[0].statusId")]
    [InlineData("hiring", "applied", "operations[0].workflowId")]
    public void A_move_goes_to_a_status_in_use_of_the_same_record_type(string workflow, string status, string field)
    {
        var refused = Add(_draft with { Operations = [new MoveToStatus(workflow, status)] }).Refused();
        Assert.Equal((RefusalCode.Unprocessable, "action.target"), (refused.Code, refused.Rule));
        Assert.Equal([field], refused.Errors.Select(e => e.Field));
    }

    [Fact]
    public void An_action_that_is_disabled_may_move_where_nobody_can_go_now() =>
        Assert.True(Add(_draft with { Enabled = false, Operations = [new MoveToStatus("sales", "off")] }).Ok);

    [Fact]
    public void What_the_action_names_elsewhere_fences_it()
    {
        var draft = _draft with { Operations = [Sales.Add, new MoveToStatus("renewal", "lost"), new NotifyUserGroups(false, ["east"])] };
        Assert.Equal(
            [new DocumentGuard(DocumentKind.UserGroup, "east", 4), new DocumentGuard(DocumentKind.Workflow, "renewal", 5)],
            Add(draft).Value().Guards.Documents);
    }

    [Theory]
    [InlineData("Do Not Contact")]
    [InlineData("do not contact ")]
    public void Two_actions_of_a_status_never_share_a_name(string name)
    {
        Assert.Equal(["name"], Add(_draft with { Name = name }).Fields());
        Assert.True(ActionRules.Replace(Sales.Documents, "sales", "new", "dnc", _draft with { Name = name }).Ok);
        Assert.True(ActionRules.Add(Sales.Documents, "sales", "talking", _draft with { Name = name }, "a9").Ok);
    }

    [Fact]
    public void A_status_has_at_most_100_actions()
    {
        var most = Enumerable.Range(0, WorkflowLimits.MaxActions).Select(i => Sales.Dnc with { Id = $"a{i}", Name = $"A{i}" }).ToImmutableArray();
        var full = Sales.Documents.Change(new("sales", "new"), s => s with { Actions = most });
        Assert.Equal("actions.too-many", ActionRules.Add(full, "sales", "new", _draft, "a9x").Refused().Rule);
    }

    [Fact]
    public void Too_large_a_workflow_is_not_published()
    {
        var add = Sales.Add with { Reason = new string('r', 500) };
        var heavy = Enumerable.Range(0, 99).Select(i => Sales.Dnc with { Id = $"a{i}", Name = $"A{i}", Operations = [add] }).ToImmutableArray();
        var statuses = Enumerable.Range(0, 13).Select(i => Sales.Status($"s{i}", SystemStatus.Active, heavy)).ToImmutableArray();
        var documents = Sales.Documents.And(new Workflow("heavy", 1, false, "Heavy", "lead", statuses));
        Assert.Equal(RefusalCode.TooLarge, ActionRules.Add(documents, "heavy", "s0", _draft, "a9x").Refused().Code);
    }

    [Fact]
    public void A_replaced_action_keeps_its_id_and_its_place()
    {
        var documents = Sales.Documents.Change(new("sales", "new"), s => s with { Actions = [s.Actions[0] with { Order = 4 }] });
        var edit = ActionRules.Replace(documents, "sales", "new", "dnc", _draft with { Enabled = false }).Value();
        Assert.Equal(("dnc", 4, "Stop", false), (edit.Action.Id, edit.Action.Order, edit.Action.Name, edit.Action.Enabled));
        Assert.Equal([edit.Action], edit.Workflow.Find("new")!.Actions);
    }

    [Fact]
    public void The_same_action_anew_makes_no_version() =>
        Assert.Same(Sales.Documents.Workflows["sales"], ActionRules.Replace(Sales.Documents, "sales", "new", "dnc", Sales.Draft).Value().Workflow);

    [Fact]
    public void A_removed_action_is_gone_and_gone_only_once()
    {
        var edit = ActionRules.Remove(Sales.Documents, "sales", "new", "dnc").Value();
        Assert.Empty(edit.Workflow.Find("new")!.Actions);
        Assert.Equal(RefusalCode.NotFound, ActionRules.Remove(Sales.Documents.And(edit.Workflow), "sales", "new", "dnc").Refused().Code);
    }

    static Outcome<ActionEdit> Add(ActionDraft draft) => ActionRules.Add(Sales.Documents, "sales", "new", draft, "a9");
}
