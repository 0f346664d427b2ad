namespace DncActors.Domain.Audit;

/// <summary>Which records; what is null asks nothing. From is included, to is not; both are compared with the first of what a record counts.</summary>
[GenerateSerializer, Immutable, Alias("dnc.AccessQuery")]
public sealed record AccessQuery(DateTimeOffset? From = null, DateTimeOffset? To = null, string? Actor = null, AccessKind? Kind = null);
