using System.Text.Json;

namespace DncActors.Client.Audit;

/// <summary>One change or execution: who, what, when, before and after.</summary>
public sealed record AuditRecordModel
{
    /// <summary>Its place in the log.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The acting user, or the key.</summary>
    public required string Actor { get; init; }

    /// <summary>What happened, such as <c>lead.moved</c>.</summary>
    public required string Type { get; init; }

    public string? LeadId { get; init; }

    /// <summary>The id of what was changed where that is not a lead: an entry, a workflow, an import.</summary>
    public string? Subject { get; init; }

    /// <summary>The execution that it came from; null for none.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>Null for what was new.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>Null for what was removed.</summary>
    public JsonElement? After { get; init; }
}
