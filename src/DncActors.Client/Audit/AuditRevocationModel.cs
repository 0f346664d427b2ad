namespace DncActors.Client.Audit;

/// <summary>An entry of the Do Not Contact list that a change revoked, named as the entry itself names it.</summary>
public sealed record AuditRevocationModel
{
    public required string Id { get; init; }

    public required string ContactPoint { get; init; }

    /// <summary>One of <see cref="ContactPoints.ContactPointKindNames"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The channels that it blocked.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>One of <see cref="Registry.EntrySourceNames"/>.</summary>
    public required string Source { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
    public string? RevokedBy { get; init; }
    public string? RevokedReason { get; init; }
    public string? RevokedEvidence { get; init; }
}
