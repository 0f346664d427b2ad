namespace DncActors.Client.Diagnostics;

/// <summary>Why an action is, or is not, shown, copied, run.</summary>
public sealed record ActionDiagnosticsModel
{
    public required string ActionId { get; init; }
    public required string WorkflowId { get; init; }
    public required string StatusId { get; init; }

    /// <summary>Whether it is shown (to the user that was asked about) on leads that stand in its status.</summary>
    public required bool Shown { get; init; }

    /// <summary>Whether it could be copied to the target that was asked about; null when none was.</summary>
    public bool? Copyable { get; init; }

    /// <summary>Whether it could run: its targets are there and enabled.</summary>
    public required bool Runnable { get; init; }

    /// <summary>For each question (<c>about</c>) what decided it.</summary>
    public required IReadOnlyList<DiagnosticReasonModel> Reasons { get; init; }
}
