namespace DncActors.Client.Jobs;

/// <summary>Work that goes on after its request was answered.</summary>
public sealed record JobModel
{
    public required string Id { get; init; }

    /// <summary>What it does, such as <c>status-restriction</c> or <c>import-revocation</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it works on, such as <c>workflowId/statusId</c> or an import's id.</summary>
    public required string Subject { get; init; }

    /// <summary>One of <see cref="JobStateNames"/>.</summary>
    public required string State { get; init; }

    /// <summary>How many leads, or entries, it has finished.</summary>
    public required long Done { get; init; }

    /// <summary>How many there are; null while it is not known.</summary>
    public long? Total { get; init; }

    /// <summary>Who did what began it.</summary>
    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Error { get; init; }
}
