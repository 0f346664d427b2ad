namespace DncActors.Client.Diagnostics;

/// <summary>Why a lead is, or is not, contactable; offered an action; seen in a report.</summary>
public sealed record LeadDiagnosticsModel
{
    public required string LeadId { get; init; }
    public required string WorkflowId { get; init; }
    public required string StatusId { get; init; }

    /// <summary>The channels by which all of its contact points may be reached now.</summary>
    public required IReadOnlyList<string> ContactableBy { get; init; }

    /// <summary>Whether the action that was asked about is offered to the user; null when none was asked about.</summary>
    public bool? ActionOffered { get; init; }

    /// <summary>Whether reports count it as active.</summary>
    public required bool CountedAsActive { get; init; }

    /// <summary>For each question (<c>about</c>) what decided it.</summary>
    public required IReadOnlyList<DiagnosticReasonModel> Reasons { get; init; }
}
