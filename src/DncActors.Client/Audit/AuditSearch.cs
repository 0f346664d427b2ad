namespace DncActors.Client.Audit;

/// <summary>Which records; what is null asks nothing.</summary>
public sealed record AuditSearch
{
    /// <summary>Included.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Not included.</summary>
    public DateTimeOffset? To { get; init; }

    public string? Actor { get; init; }
    public string? LeadId { get; init; }
}
