using System.Text.Json.Serialization;

namespace DncActors.Client.Diagnostics;

/// <summary>Why something is as it is, and what would change it.</summary>
public sealed record DiagnosticReasonModel
{
    /// <summary>Which question it answers, where several are answered at once; see <see cref="DiagnosticTopicNames"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? About { get; init; }

    /// <summary>Stable, such as <c>action.disabled</c>.</summary>
    public required string Code { get; init; }

    /// <summary>For people, naming what is meant.</summary>
    public required string Detail { get; init; }

    /// <summary>What to do about it; null where nothing is wrong.</summary>
    public string? Mend { get; init; }
}
