namespace DncActors.Client.ContactChecks;

/// <summary>May this lead be reached by this channel now?</summary>
public sealed record LeadVerdictModel
{
    public required string LeadId { get; init; }
    public required string Channel { get; init; }

    /// <summary>True when it has a contact point of that channel and none of them is blocked.</summary>
    public required bool Allowed { get; init; }

    /// <summary>One verdict for each of its contact points of that channel.</summary>
    public required IReadOnlyList<VerdictModel> ContactPoints { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The sequence of the log that the answer is up to.</summary>
    public required long AsOf { get; init; }
}
