namespace DncActors.Domain.Reports;

/// <summary>Which changes; what is null asks nothing. From is included, to is not.</summary>
[GenerateSerializer, Immutable, Alias("dnc.AuditQuery")]
public sealed record AuditQuery(DateTimeOffset? From = null, DateTimeOffset? To = null, string? Actor = null, string? LeadId = null, string? Type = null);
