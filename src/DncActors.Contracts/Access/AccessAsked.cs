using System.Collections.Immutable;

namespace DncActors.Contracts.Access;

/// <summary>One caller among many that are asked for in one call.</summary>
/// <param name="KeyHash">SHA-256 of the whole key, 32 bytes.</param>
/// <param name="ActingUserId">Of <c>X-Acting-User</c>, or null.</param>
[GenerateSerializer, Immutable, Alias("dnc.AccessAsked")]
public readonly record struct AccessAsked(ImmutableArray<byte> KeyHash, string? ActingUserId);
