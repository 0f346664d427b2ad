using System.Text.Json;
using DncActors.Client.Registry;

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

    /// <summary>The name of the execution's action, as it was called then.</summary>
    public string? ActionName { get; init; }

    /// <summary>The execution's note.</summary>
    public string? Note { get; init; }

    /// <summary>The execution's evidence.</summary>
    public string? Evidence { get; init; }

    /// <summary>The entries that it put on the Do Not Contact list, as they were then. For an import only those of the lead that was asked for: see
    /// <c>GET /v1/dnc/entries?importId=</c> for all.</summary>
    public required IReadOnlyList<DncEntryModel> Added { get; init; }

    /// <summary>The entries that it revoked, with the reason and the evidence.</summary>
    public required IReadOnlyList<AuditRevocationModel> Revoked { get; init; }

    /// <summary>Null for what was new, and where <see cref="Added"/> and <see cref="Revoked"/> are all that changed.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>Null for what was removed, and where <see cref="Added"/> and <see cref="Revoked"/> are all that changed.</summary>
    public JsonElement? After { get; init; }
}
