using System.Text.Json.Serialization;

namespace DncActors.Client.Leads;

/// <summary>A contact point that a removal could not free.</summary>
public sealed record StillBlockedModel
{
    public required string ContactPoint { get; init; }

    /// <summary>What blocks it, where it was looked up: in the answer of the execution, not in the history.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StillBlockingModel>? Entries { get; init; }
}
