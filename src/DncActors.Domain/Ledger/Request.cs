namespace DncActors.Domain.Ledger;

/// <summary>Who asks for a change, and under which id: the same id is the same change, however often and wherever it is sent.</summary>
/// <param name="Organization">The caller's.</param>
/// <param name="Actor">User id, or <c>key:…</c>.</param>
/// <param name="UserId">The person whose roles decide, or null for a key that stands for itself.</param>
/// <param name="KeyId">The API key that was used.</param>
/// <param name="CommitId">Made from organization, subject and idempotency key.</param>
/// <param name="Fingerprint">Made from everything that the request says and who says it: another fingerprint under the same id is a conflict.</param>
[GenerateSerializer, Immutable, Alias("dnc.Request")]
public sealed record Request(string Organization, string Actor, string? UserId, string KeyId, Guid CommitId, Guid Fingerprint);
