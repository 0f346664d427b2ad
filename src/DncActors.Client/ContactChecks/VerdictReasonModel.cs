namespace DncActors.Client.ContactChecks;

/// <summary>One thing that blocks a contact point. What is not known (in time) is null: an explanation that is missing is no error.</summary>
public sealed record VerdictReasonModel
{
    /// <summary>Such as those of <see cref="VerdictReasonCodes"/>.</summary>
    public required string Code { get; init; }

    public string? EntryId { get; init; }

    /// <summary>One of <see cref="Registry.EntrySourceNames"/>.</summary>
    public string? Source { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>Null: for good.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Who put it there.</summary>
    public string? By { get; init; }

    public string? LeadId { get; init; }
    public string? ExecutionId { get; init; }

    /// <summary>For people.</summary>
    public string? Detail { get; init; }
}
