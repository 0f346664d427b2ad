using DncActors.Client.Diagnostics;
using DncActors.Client.Workflows;

namespace DncActors.Client.Leads;

/// <summary>
/// An action of the status in which a lead stands, or a Do Not Contact action that is only in other statuses, and whether the acting user may run it now.
/// </summary>
public sealed record LeadActionModel
{
    /// <summary>What to name in an execution.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }
    public required string Category { get; init; }
    public required string WorkflowId { get; init; }
    public required string StatusId { get; init; }

    /// <summary>False only with <c>?explain=true</c>; then <see cref="Reasons"/> say why.</summary>
    public required bool Available { get; init; }

    /// <summary>The execution must carry <c>evidence</c>.</summary>
    public required bool RequiresEvidence { get; init; }

    /// <summary>Where it moves the lead; null for nowhere.</summary>
    public StatusReference? MovesTo { get; init; }

    /// <summary>Why it is not available; empty when it is.</summary>
    public required IReadOnlyList<DiagnosticReasonModel> Reasons { get; init; }
}
