using System.Text.Json;
using DncActors.Client.Json;
using DncActors.Client.Leads;
using DncActors.Client.Workflows;

namespace DncActors.UnitTests.Client.Json;

public sealed class OptionalTests
{
    [Fact]
    public void A_field_that_is_absent_has_no_value()
    {
        var patch = Read<PatchStatusRequest>("{}");

        Assert.False(patch.Name.HasValue);
        Assert.False(patch.RestrictsContact.HasValue);
        Assert.Equal("kept", patch.Name.Or("kept"));
    }

    [Fact]
    public void A_field_that_is_null_has_the_value_null()
    {
        var patch = Read<PatchLeadRequest>("""{"name":null,"attributes":null,"userGroups":null}""");

        Assert.True(patch.Name.HasValue);
        Assert.Null(patch.Name.Value);
        Assert.Null(patch.Name.Or("kept"));
        Assert.True(patch.Attributes.HasValue);
        Assert.Null(patch.Attributes.Value);
        Assert.True(patch.UserGroups.HasValue);
        Assert.Null(patch.UserGroups.Value);
    }

    [Fact]
    public void A_field_that_is_sent_has_its_value()
    {
        var patch = Read<PatchStatusRequest>("""{"name":"Won","order":3,"enabled":false,"restrictsContact":["call",null]}""");

        Assert.Equal("Won", patch.Name.Value);
        Assert.Equal(3, patch.Order.Value);
        Assert.False(patch.Enabled.Value);
        Assert.Equal(["call", null], patch.RestrictsContact.Value!);
    }

    [Fact]
    public void Only_what_was_set_is_written_by_the_client_and_null_is_written_as_null()
    {
        var patch = new PatchStatusRequest { Name = "Won", Enabled = null };

        Assert.Equal("""{"name":"Won","enabled":null}""", JsonSerializer.Serialize(patch, DncJson.Lenient));
        Assert.Equal("{}", JsonSerializer.Serialize(new PatchLeadRequest(), DncJson.Lenient));
    }

    [Fact]
    public void A_wrong_value_is_an_error_at_the_field()
    {
        var wrong = Assert.Throws<JsonException>(() => Read<PatchStatusRequest>("""{"order":"three"}"""));

        Assert.Equal("$.order", wrong.Path);
    }

    static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, DncJson.Options)!;
}
