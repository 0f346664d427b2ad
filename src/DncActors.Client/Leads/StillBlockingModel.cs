namespace DncActors.Client.Leads;

/// <summary>An entry that an execution could not, or was not to, revoke.</summary>
public sealed record StillBlockingModel
{
    public required string EntryId { get; init; }
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>One of <see cref="Registry.EntrySourceNames"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Null: for good.</summary>
    public DateTimeOffset? Until { get; init; }
}
