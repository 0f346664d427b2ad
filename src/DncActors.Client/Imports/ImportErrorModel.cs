using System.Text.Json.Serialization;

namespace DncActors.Client.Imports;

/// <summary>A line that was not taken, and why.</summary>
public sealed record ImportErrorModel
{
    /// <summary>From 1; a CSV's header is line 1.</summary>
    public required long Line { get; init; }

    /// <summary>What is wrong and what to write instead.</summary>
    public required string Reason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>What stood in the field, shortened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }
}
