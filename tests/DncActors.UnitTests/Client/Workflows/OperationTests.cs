using System.Text.Json;
using DncActors.Client.Json;
using DncActors.Client.Workflows;

namespace DncActors.UnitTests.Client.Workflows;

public sealed class OperationTests
{
    const string AllFour = """
        {"name":"Do Not Contact","category":"Compliance","enabled":true,"allowedRoles":[],"operations":[
        {"type":"addToDoNotContact","channels":["call","sms","email"],"contactPoints":"all","reason":"asked","expiresAfterDays":null},
        {"type":"moveToStatus","workflowId":"w","statusId":"s"},
        {"type":"removeFromDoNotContact","channels":["call"],"requiresEvidence":true},
        {"type":"notifyUserGroups","userGroupIds":"all"}],"order":null}
        """;

    [Fact]
    public void Every_operation_is_read_by_its_type_and_written_as_it_was()
    {
        var json = AllFour.ReplaceLineEndings("");
        var action = JsonSerializer.Deserialize<ActionRequest>(json, DncJson.Options)!;

        Assert.Collection(
            action.Operations!,
            o => Assert.Equal(["call", "sms", "email"], Assert.IsType<AddToDoNotContactModel>(o).Channels!),
            o => Assert.Equal("s", Assert.IsType<MoveToStatusModel>(o).StatusId),
            o => Assert.True(Assert.IsType<RemoveFromDoNotContactModel>(o).RequiresEvidence),
            o => Assert.Same(UserGroupSelection.All, Assert.IsType<NotifyUserGroupsModel>(o).UserGroupIds));
        Assert.Equal(json, JsonSerializer.Serialize(action, DncJson.Options));
    }

    [Fact]
    public void The_type_may_stand_anywhere_in_the_operation()
    {
        var operation = Read("""{"statusId":"s","nested":null,"type":"moveToStatus","workflowId":"w"}""", DncJson.Lenient);

        Assert.Equal(new MoveToStatusModel { WorkflowId = "w", StatusId = "s" }, operation);
    }

    [Theory]
    [InlineData("""{"channels":["call"]}""", "type: missing; write one of addToDoNotContact, ")]
    [InlineData("""{"type":"explode"}""", "type: 'explode' is not an operation; write one of addToDoNotContact, ")]
    [InlineData("""{"type":7}""", "type: write one of addToDoNotContact, ")]
    [InlineData("\"moveToStatus\"", "An operation is an object with a type: one of addToDoNotContact, ")]
    public void An_operation_of_no_known_type_is_refused_with_the_types_there_are(string operation, string says)
    {
        var wrong = Assert.Throws<JsonException>(() => Read(operation, DncJson.Options));

        Assert.StartsWith(says, wrong.Message, StringComparison.Ordinal);
        Assert.Equal("$.operations[0]", wrong.Path);
    }

    [Theory]
    [InlineData("""{"type":"moveToStatus","workflowId":5}""", "workflowId: ")]
    [InlineData("""{"type":"moveToStatus","channels":["call"]}""", "channels: ")]
    [InlineData("""{"type":"addToDoNotContact","channels":["call",{}]}""", "channels[1]: ")]
    [InlineData("""{"type":"notifyUserGroups","userGroupIds":"some"}""", "userGroupIds: 'some' is no selection of user groups: write a list")]
    [InlineData("""{"type":"notifyUserGroups","userGroupIds":[1]}""", "userGroupIds: A user group id is text")]
    [InlineData("""{"type":"notifyUserGroups","userGroupIds":{}}""", "userGroupIds: This is no selection of user groups")]
    public void A_wrong_field_of_an_operation_is_named(string operation, string says)
    {
        var wrong = Assert.Throws<JsonException>(() => Read(operation, DncJson.Options));

        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
        Assert.Equal("$.operations[0]", wrong.Path);
    }

    [Fact]
    public void A_type_given_twice_is_refused() =>
        Assert.Throws<JsonException>(() => Read("""{"type":"moveToStatus","type":"moveToStatus"}""", DncJson.Options));

    [Fact]
    public void A_client_passes_on_an_operation_that_is_newer_than_itself()
    {
        const string Json = """{"type":"sendLetter","to":{"street":"Main"}}""";
        var operation = Assert.IsType<UnknownOperationModel>(Read(Json, DncJson.Lenient));

        Assert.Equal("sendLetter", operation.Type);
        Assert.Equal(Json, JsonSerializer.Serialize<OperationModel>(operation, DncJson.Lenient));
    }

    [Fact]
    public void Groups_are_a_list_or_all()
    {
        var some = Assert.IsType<NotifyUserGroupsModel>(Read("""{"type":"notifyUserGroups","userGroupIds":["a","b"]}""", DncJson.Options));

        Assert.Equal(UserGroupSelection.Of("a", "b"), some.UserGroupIds);
        Assert.Equal("""{"type":"notifyUserGroups","userGroupIds":["a","b"]}""", JsonSerializer.Serialize<OperationModel>(some, DncJson.Options));
    }

    static OperationModel? Read(string operation, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<ActionRequest>($$"""{"operations":[{{operation}}]}""", options)!.Operations![0];
}
