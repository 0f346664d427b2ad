using System.Text.Json;
using DncActors.Client.Json;
using DncActors.Client.Workflows;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Workflows;

namespace DncActors.UnitTests.Gateway.Workflows;

public sealed class WorkflowMappingTests
{
    static readonly WorkflowAction Action = new(
        "a",
        "Do Not Contact",
        "Compliance",
        true,
        ["agent"],
        2,
        [
            new AddToDoNotContact(Channels.All, ContactPointSelection.Primary, "asked", 30),
            new MoveToStatus("w", "dead"),
            new RemoveFromDoNotContact(Channels.Sms, true),
            new NotifyUserGroups(true, []),
            new NotifyUserGroups(false, ["east"]),
        ]);

    [Fact]
    public void An_action_that_is_read_as_it_was_told_is_the_same()
    {
        var told = JsonSerializer.Serialize(ActionMapping.ToModel(Action).Operations, DncJson.Options);
        var read = ActionMapping.Read(JsonSerializer.Deserialize<ActionRequest>(
            $$"""{"name":"Do Not Contact","category":"Compliance","allowedRoles":["agent"],"order":2,"operations":{{told}}}""", DncJson.Options)!).Value!;
        Assert.Equal((Action.Name, Action.Category, true, 2), (read.Name, read.Category, read.Enabled, read.Order));
        Assert.Equal(Action.AllowedRoles, read.AllowedRoles);
        Assert.Equal(Action.Operations.Select(Text), read.Operations.Select(Text));

        static string Text(Operation operation) => JsonSerializer.Serialize(OperationMapping.ToModel(operation), DncJson.Options);
    }

    [Fact]
    public void What_an_action_does_not_say_has_its_default()
    {
        var read = ActionMapping.Read(
            new ActionRequest { Name = "Stop", Category = "c", Operations = [new AddToDoNotContactModel { Channels = ["call"] }] }).Value!;
        Assert.Equal(new AddToDoNotContact(Channels.Call, ContactPointSelection.All, "Stop", null), Assert.Single(read.Operations));
        Assert.True(read.Enabled);
        Assert.Null(read.Order);
    }

    [Fact]
    public void Everything_that_an_action_lacks_is_told_with_its_place() => Assert.Equal(
        ["name", "category", "operations[0].channels[0]", "operations[0].contactPoints", "operations[1].workflowId", "operations[1].statusId",
            "operations[2].userGroupIds", "operations[3]"],
        ActionMapping.Read(new ActionRequest
        {
            Name = " ",
            Operations = [new AddToDoNotContactModel { Channels = ["fax"], ContactPoints = "some" }, new MoveToStatusModel(), new NotifyUserGroupsModel(),
                null],
        }).Refusal!.Errors.Select(e => e.Field));

    [Fact]
    public void A_patch_of_a_status_keeps_what_was_not_sent_and_refuses_null()
    {
        var patch = StatusMapping.Read(Patch("""{"restrictsContact":[],"enabled":false}""")).Value!;
        Assert.Equal(new StatusPatch(null, null, Channels.None, null, false, null), patch);
        Assert.Equal(
            ["name", "systemStatus", "restrictsContact", "enabled"],
            StatusMapping.Read(Patch("""{"name":null,"systemStatus":null,"restrictsContact":null,"enabled":null}""")).Refusal!.Errors.Select(e => e.Field));
        Assert.Equal("systemStatus", Assert.Single(StatusMapping.Read(Patch("""{"systemStatus":"Dead"}""")).Refusal!.Errors).Field);
    }

    [Fact]
    public void A_workflow_is_told_in_the_order_of_its_statuses_and_actions()
    {
        var status = new Status("s", "New", SystemStatus.New, Channels.None, [], true, false, 5, [Action, Action with { Id = "b", Order = 1 }]);
        var model = WorkflowMapping.ToModel(
            new Workflow("w", 7, false, "Inbound", "lead", [status, status with { Id = "t", Order = 1, SystemStatus = SystemStatus.Dead }]));
        Assert.Equal(["t", "s"], model.Statuses.Select(s => s.Id));
        Assert.Equal("dead", model.Statuses[0].SystemStatus);
        Assert.Equal(["b", "a"], model.Statuses[1].Actions.Select(a => a.Id));
    }

    [Fact]
    public void Targets_are_needed_and_each_is_whole()
    {
        Assert.Equal("targets", Assert.Single(ActionMapping.ReadTargets([]).Refusal!.Errors).Field);
        Assert.Equal(["targets[0].statusId", "targets[1]"], ActionMapping.ReadTargets([new() { WorkflowId = "w" }, null]).Refusal!.Errors.Select(e => e.Field));
        Assert.Equal([new StatusRef("w", "s")], ActionMapping.ReadTargets([new() { WorkflowId = "w", StatusId = "s" }]).Value);
    }

    static PatchStatusRequest Patch(string json) => JsonSerializer.Deserialize<PatchStatusRequest>(json, DncJson.Options)!;
}
