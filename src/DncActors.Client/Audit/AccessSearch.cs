namespace DncActors.Client.Audit;

/// <summary>Which records of access; what is null asks nothing.</summary>
public sealed record AccessSearch
{
    /// <summary>Included.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Not included.</summary>
    public DateTimeOffset? To { get; init; }

    public string? Actor { get; init; }

    /// <summary>One of <see cref="AccessKindNames"/>.</summary>
    public string? Kind { get; init; }
}
