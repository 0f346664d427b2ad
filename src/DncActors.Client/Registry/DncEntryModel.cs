using System.Text.Json.Serialization;

namespace DncActors.Client.Registry;

/// <summary>An entry of the Do Not Contact list: a fact, added once, perhaps revoked once, perhaps ending at its own date. Never removed.</summary>
public sealed record DncEntryModel
{
    public required string Id { get; init; }

    /// <summary>As it was read: a phone in E.164, an email in lower case with its domain in ASCII.</summary>
    public required string ContactPoint { get; init; }

    /// <summary>One of <see cref="ContactPoints.ContactPointKindNames"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The channels that it blocks.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>One of <see cref="EntrySourceNames"/>.</summary>
    public required string Source { get; init; }

    public string? Reason { get; init; }
    public string? LeadId { get; init; }
    public string? ExecutionId { get; init; }
    public string? ImportId { get; init; }
    public required string AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Null: not revoked.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public string? RevokedBy { get; init; }
    public string? RevokedReason { get; init; }
    public string? RevokedEvidence { get; init; }

    /// <summary>How many checks it has blocked, some seconds late; where it is counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Hits { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastHitAt { get; init; }
}
