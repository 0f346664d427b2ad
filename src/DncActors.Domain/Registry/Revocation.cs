namespace DncActors.Domain.Registry;

/// <summary>Who ended an entry, when, and why.</summary>
/// <param name="ExecutionId">The execution that did it, or null.</param>
[GenerateSerializer, Immutable, Alias("dnc.Revocation")]
public sealed record Revocation(DateTimeOffset At, string By, string Reason, string? Evidence, Guid? ExecutionId);
