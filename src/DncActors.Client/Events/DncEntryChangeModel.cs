namespace DncActors.Client.Events;

/// <summary>An entry that was added or revoked: what a dialer needs to purge its queue.</summary>
public sealed record DncEntryChangeModel
{
    public required string EntryId { get; init; }
    public required string ContactPoint { get; init; }

    /// <summary>One of <see cref="ContactPoints.ContactPointKindNames"/>.</summary>
    public required string Kind { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
