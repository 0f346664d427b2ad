using System.Collections.Immutable;
using System.Text;
using DncActors.Client.ContactChecks;
using DncActors.Client.Leads;
using DncActors.Client.Workflows;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Requests;

namespace DncActors.UnitTests.Gateway.Requests;

public sealed class StrictJsonTests
{
    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_by_the_name_that_the_client_wrote()
    {
        var errors = Errors<CreateLeadRequest>(
            """{"id":7,"recordtype":"lead","contactPoints":[{"kind":"phone","value":1,"primary":"yes"}],"userGroups":"east","name":"a","name":"b"}""");

        Assert.Equal(["id", "recordtype", "contactPoints[0].value", "contactPoints[0].primary", "userGroups", "name"], errors.Select(e => e.Field));
        Assert.Contains("'7'", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("text", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("recordType", errors[1].Message, StringComparison.Ordinal);
        Assert.Contains("true or false", errors[3].Message, StringComparison.Ordinal);
        Assert.Contains("list", errors[4].Message, StringComparison.Ordinal);
        Assert.Contains("twice", errors[5].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("null", "null")]
    [InlineData("[]", "object")]
    [InlineData("\"x\"", "object")]
    [InlineData("{", "not JSON")]
    [InlineData("{\"name\":\"a\",}", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("/* c */{}", "not JSON")]
    public void What_is_no_object_is_refused_with_what_to_write(string body, string told) =>
        Assert.Contains(told, Assert.Single(Errors<CreateLeadRequest>(body)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"name":"a\u0000b"}""", "name", "NUL")]
    [InlineData("""{"name":"\ud800"}""", "name", "")]
    [InlineData("""{"attributes":{"x":["\udc00"]}}""", "attributes.x[0]", "surrogate")]
    [InlineData("""{"attributes":{"a\u0000":1}}""", "attributes", "NUL")]
    [InlineData("""{"a\ud800":1}""", "", "surrogate")]
    public void Text_that_could_be_stored_nowhere_is_refused(string body, string field, string told)
    {
        var error = Assert.Single(Errors<CreateLeadRequest>(body));
        Assert.Equal(field, error.Field);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_text_is_refused()
    {
        var error = Assert.Single(Errors<CreateLeadRequest>($$$"""{"attributes":{"story":"{{{new string('x', StrictJson.MaxText + 1)}}}"}}"""));
        Assert.Equal("attributes.story", error.Field);
    }

    [Fact]
    public void Depth_has_an_end() => Assert.Contains(
        "depth", Assert.Single(
            Errors<CreateLeadRequest>("{\"attributes\":" + string.Concat(Enumerable.Repeat("{\"a\":", 500)))).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Contains(
        "UTF-8", Assert.Single(StrictJson.Read<CreateLeadRequest>(
            new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}' }).Refusal!.Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void An_operation_is_told_apart_by_its_type_and_its_errors_have_their_place()
    {
        var unknown = Assert.Single(Errors<ActionRequest>("""{"name":"a","operations":[{"type":"explode"}]}"""));
        Assert.StartsWith("operations[0]", unknown.Field, StringComparison.Ordinal);
        Assert.Contains("addToDoNotContact", unknown.Message, StringComparison.Ordinal);
        var wrong = Assert.Single(Errors<ActionRequest>("""{"operations":[{"type":"moveToStatus","workflowId":"w","statusId":5}]}"""));
        Assert.StartsWith("operations[0]", wrong.Field, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_tells_a_field_that_was_not_sent_from_one_that_is_null()
    {
        var patch = StrictJson.Read<PatchLeadRequest>("""{"name":null}"""u8.ToArray()).Value!;
        Assert.True(patch.Name.HasValue);
        Assert.False(patch.UserGroups.HasValue);
        Assert.Equal("contactPoints", Assert.Single(Errors<PatchLeadRequest>("""{"contactPoints":3}""")).Field);
    }

    [Fact]
    public void An_optional_body_may_be_left_out() => Assert.True(StrictJson.Read<ExecuteActionRequest>(default, optional: true).Ok);

    [Fact]
    public void No_names_of_the_program_are_told() => Assert.DoesNotContain(
        Errors<ContactCheckRequest>("""{"phone":{"a":1},"channel":[1],"leadId":1.5}"""), e =>
            e.Message.Contains("System.", StringComparison.Ordinal) || e.Message.Contains("DncActors", StringComparison.Ordinal));

    static ImmutableArray<FieldError> Errors<T>(string body)
        where T : class
    {
        var read = StrictJson.Read<T>(Encoding.UTF8.GetBytes(body));
        Assert.False(read.Ok, body);
        Assert.Equal(RefusalCode.Validation, read.Refusal.Code);
        return read.Refusal.Errors;
    }
}
