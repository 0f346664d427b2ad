namespace DncActors.Client.Registry;

/// <summary>Which entries; what is null asks nothing.</summary>
public sealed record EntrySearch
{
    public string? Phone { get; init; }
    public string? Email { get; init; }

    /// <summary>One of <see cref="EntrySourceNames"/>.</summary>
    public string? Source { get; init; }

    /// <summary>Those that block this channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Those that were, or will be, in force at that time.</summary>
    public DateTimeOffset? ActiveOn { get; init; }

    public string? LeadId { get; init; }

    /// <summary>Those that came with this import.</summary>
    public string? ImportId { get; init; }

    internal string On(string path) => Transport.Route.With(
        path,
        ("phone", Phone),
        ("email", Email),
        ("source", Source),
        ("channel", Channel),
        ("activeOn", ActiveOn),
        ("leadId", LeadId),
        ("importId", ImportId));
}
