namespace DncActors.Client.Reports;

/// <summary>How often actions ran, for one group.</summary>
public sealed record ActionUsageRowModel
{
    /// <summary>The action's id, <c>workflowId/statusId</c> that it ran in, the actor, or the day (<c>2026-05-01</c>, UTC).</summary>
    public required string Key { get; init; }

    /// <summary>What people call it; the key itself where nothing else is known.</summary>
    public required string Label { get; init; }

    public required long Executions { get; init; }

    /// <summary>Those of <see cref="Executions"/> that put a lead on the Do Not Contact list.</summary>
    public required long DoNotContact { get; init; }

    /// <summary>When the first of them was.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When the last of them was.</summary>
    public required DateTimeOffset Last { get; init; }
}
