using System.Text.Json.Serialization;

namespace DncActors.Client.Workflows;

/// <summary>
/// Revokes the entries that executions on this lead added. Entries of other origins stay, and the execution's answer names those that still block.
/// </summary>
public sealed record RemoveFromDoNotContactModel : OperationModel
{
    [JsonPropertyOrder(-1)]
    public override string Type => OperationTypes.RemoveFromDoNotContact;

    /// <summary>Required, at least one channel.</summary>
    public IReadOnlyList<string?>? Channels { get; init; }

    /// <summary>The execution must then carry <c>evidence</c>. Default: true.</summary>
    public bool? RequiresEvidence { get; init; }
}
