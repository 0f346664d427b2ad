using System.Text.Json;
using DncActors.Client.ContactChecks;
using DncActors.Client.Errors;
using DncActors.Client.Json;
using DncActors.Client.Leads;
using DncActors.Client.Registry;

namespace DncActors.UnitTests.Client.Json;

public sealed class StrictnessTests
{
    [Theory]
    [InlineData("""{"channel":"call","phone":"+12025550123","chanel":"sms"}""")]
    [InlineData("""{"Channel":"call"}""")]
    [InlineData("""{"channel":"call","channel":"sms"}""")]
    [InlineData("""{"channel":"call",}""")]
    [InlineData("""{"channel":"call" /* today */}""")]
    [InlineData("""{"channel":1}""")]
    [InlineData("""["channel"]""")]
    public void The_gateway_refuses_what_it_does_not_know_and_what_is_not_plain_json(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ContactCheckRequest>(json, DncJson.Options));

    [Fact]
    public void The_gateway_refuses_documents_that_are_nested_too_deep()
    {
        var deep = $$"""{"attributes":{{new string('[', 40)}}{{new string(']', 40)}}}""";

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CreateLeadRequest>(deep, DncJson.Options));
    }

    [Fact]
    public void Doubled_names_are_refused_in_the_clients_own_attributes_too() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CreateLeadRequest>("""{"attributes":{"a":1,"a":2}}""", DncJson.Options));

    [Fact]
    public void What_is_missing_reads_as_null_so_that_the_gateway_can_name_it()
    {
        var request = JsonSerializer.Deserialize<ContactCheckRequest>("{}", DncJson.Options)!;

        Assert.Null(request.Channel);
        Assert.Null(request.Phone);
    }

    [Fact]
    public void A_client_ignores_fields_that_are_newer_than_itself()
    {
        var problem = JsonSerializer.Deserialize<ProblemModel>("""{"title":"No","status":404,"mood":{"bad":true}}""", DncJson.Lenient)!;

        Assert.Equal("No", problem.Title);
    }

    [Theory]
    [InlineData("2026-05-01T12:00:00Z", "2026-05-01T12:00:00+00:00")]
    [InlineData("2026-05-01T12:00:00.25+02:00", "2026-05-01T10:00:00.25+00:00")]
    [InlineData("2026-05-01T12:00:00.1234567-05:30", "2026-05-01T17:30:00.1234567+00:00")]
    [InlineData("2026-05-01T12:00Z", "2026-05-01T12:00:00+00:00")]
    public void Times_are_read_with_their_offset(string written, string meant) =>
        Assert.Equal(DateTimeOffset.Parse(meant, System.Globalization.CultureInfo.InvariantCulture), ReadTime(written));

    [Theory]
    [InlineData("2026-05-01T12:00:00")]
    [InlineData("2026-05-01")]
    [InlineData("01/05/2026 12:00:00Z")]
    [InlineData("tomorrow")]
    [InlineData("")]
    [InlineData("2026-02-30T12:00:00Z")]
    [InlineData("2026-05-01T12:00:00+99:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    public void A_time_without_offset_or_sense_is_refused_with_what_to_write(string written)
    {
        var wrong = Assert.Throws<JsonException>(() => ReadTime(written));

        Assert.Equal("$.expiresAt", wrong.Path);
        Assert.Contains($"'{written}'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("2026-05-01T12:00:00Z", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_written_in_utc() =>
        Assert.Equal(
            """{"expiresAt":"2026-05-01T10:00:00.5Z"}""",
            JsonSerializer.Serialize(
                new AddEntryRequest { ExpiresAt = new DateTimeOffset(2026, 5, 1, 12, 0, 0, 500, TimeSpan.FromHours(2)) }, DncJson.Lenient));

    static DateTimeOffset? ReadTime(string text) =>
        JsonSerializer.Deserialize<AddEntryRequest>($$"""{"expiresAt":"{{text}}"}""", DncJson.Options)!.ExpiresAt;
}
