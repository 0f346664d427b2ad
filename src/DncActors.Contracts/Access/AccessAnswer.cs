namespace DncActors.Contracts.Access;

/// <summary>Either who calls, or why nobody may.</summary>
[GenerateSerializer, Immutable, Alias("dnc.AccessAnswer")]
public readonly record struct AccessAnswer(CallerAccess? Access, AccessDenial Denial);
