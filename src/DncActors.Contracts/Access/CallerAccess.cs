using DncActors.Domain.People;

namespace DncActors.Contracts.Access;

/// <summary>Who calls, and what they may do.</summary>
/// <param name="Actor">How the record names them: the user's id, or <c>key:&lt;id&gt;</c>.</param>
/// <param name="UserId">The person whose roles decide, or null for a key that stands for itself.</param>
/// <param name="Permissions">Those of the key and, where it acts for a person, also theirs: only what both have.</param>
/// <param name="Region">The organization's region for national phone numbers.</param>
/// <param name="ExpiresAt">When the key ends by itself, where it is a session's; else null.</param>
[GenerateSerializer, Immutable, Alias("dnc.Access")]
public sealed record CallerAccess(
    string Organization, string KeyId, string? UserId, string Actor, Permissions Permissions, string Region, DateTimeOffset? ExpiresAt = null);
