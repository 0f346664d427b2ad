namespace DncActors.Contracts.Access;

/// <summary>Whose key it is, revoked or not.</summary>
[GenerateSerializer, Immutable, Alias("dnc.KeyOwner")]
public sealed record KeyOwner(string Organization, string KeyId);
