using System.Collections.Immutable;
using DncActors.Contracts.ContactChecks;

namespace DncActors.Contracts.Access;

/// <summary>One caller among many that are asked for in one call.</summary>
/// <param name="KeyHash">SHA-256 of the whole key, 32 bytes.</param>
/// <param name="ActingUserId">Of <c>X-Acting-User</c>, or null.</param>
/// <param name="Check">What they want to know, answered in the same call if the key is of its organization and may check; null for nothing.</param>
[GenerateSerializer, Immutable, Alias("dnc.AccessAsked")]
public readonly record struct AccessAsked(ImmutableArray<byte> KeyHash, string? ActingUserId, CheckAsked? Check = null);
