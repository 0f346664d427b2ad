using System.Text.Json;
using DncActors.Client.ContactChecks;
using DncActors.Client.Json;
using DncActors.Client.Registry;

namespace DncActors.UnitTests.Client.Json;

/// <summary>The wire, letter by letter: who changes one of these changes the contract.</summary>
public sealed class GoldenJsonTests
{
    public static TheoryData<Type, string> Documents { get; } = [.. GoldenDocuments.All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_read_is_written_again_letter_by_letter(Type model, string document)
    {
        var json = document.ReplaceLineEndings("");
        var read = JsonSerializer.Deserialize(json, model, DncJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(read, model, DncJson.Options));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_older_client_reads_it_with_something_added(Type model, string document)
    {
        var json = document.ReplaceLineEndings("");
        var newer = """{"addedLater":{"x":[1]},""" + json[1..];

        Assert.NotNull(JsonSerializer.Deserialize(newer, model, DncJson.Lenient));
    }

    [Fact]
    public void What_is_made_in_code_is_written_as_the_contract_shows()
    {
        var verdict = new VerdictModel
        {
            ContactPoint = "+12025550123",
            Channel = "call",
            Allowed = false,
            Verdict = VerdictNames.Blocked,
            Reasons =
            [
                new()
                {
                    Code = VerdictReasonCodes.DncEntry,
                    EntryId = "e1",
                    Source = EntrySourceNames.Action,
                    Since = new DateTimeOffset(2026, 5, 1, 14, 0, 0, TimeSpan.FromHours(2)),
                    By = "ann",
                    LeadId = "l1",
                    ExecutionId = "x1",
                    Detail = "Asked by phone",
                },
            ],
            CheckedAt = new DateTimeOffset(2026, 5, 1, 12, 0, 1, 500, TimeSpan.Zero),
            AsOf = 42,
        };

        Assert.Equal(GoldenDocuments.Verdict.ReplaceLineEndings(""), JsonSerializer.Serialize(verdict, DncJson.Options));
    }
}
