using DncActors.Domain.Ledger;

namespace DncActors.Domain.People;

/// <summary>An API key; the secret itself is never kept.</summary>
/// <param name="Role">The role whose permissions it has, or null where it stands for a user.</param>
/// <param name="UserId">The user it stands for, or null.</param>
/// <param name="ActsForUsers">It may name the person it acts for in <c>X-Acting-User</c>.</param>
/// <param name="Hash">SHA-256 of the whole key, in lower-case hex. A key holds 256 random bits, so that a slow hash would protect nothing more.</param>
/// <param name="Hint">The key's last four characters, to tell keys apart.</param>
/// <param name="ExpiresAt">From then on it is refused: a session's key (<see cref="SessionRules"/>); null for one that lasts until it is revoked.</param>
[GenerateSerializer, Immutable, Alias("dnc.ApiKey")]
public sealed record ApiKey(
    string Id,
    long Version,
    bool Archived,
    string Name,
    string? Role,
    string? UserId,
    bool ActsForUsers,
    string Hash,
    string Hint,
    DateTimeOffset? ExpiresAt = null)
    : Document(Id, Version, Archived)
{
    public override DocumentKind Kind => DocumentKind.ApiKey;

    /// <summary>Somebody signed in and got it: it ends by itself.</summary>
    public bool IsSession => ExpiresAt is not null;
}
