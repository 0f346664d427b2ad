using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>Edits of API keys, and how a secret becomes what is kept of it.</summary>
public static class ApiKeyRules
{
    /// <summary>What every made key begins with, so that one that leaks is recognized.</summary>
    public const string Prefix = "dnc_";

    /// <summary>The random bytes in a made key: 256 bits.</summary>
    public const int SecretBytes = 32;

    const int HintLength = 4;

    /// <summary>The key's text from random bytes.</summary>
    public static string SecretOf(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, SecretBytes);
        return Prefix + Base64Url.EncodeToString(random);
    }

    /// <summary>What is kept of a key: see <see cref="ApiKey.Hash"/>.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static Outcome<ApiKey> Add(OrganizationDocuments documents, ApiKeyDraft draft, string newId, string secret)
    {
        var errors = Check(documents, draft.Name, draft.Role, draft.UserId);
        if (errors.Length > 0) return Refusal.Validation(errors);
        return PeopleRefusals.Full("API keys", documents.ApiKeys.Values.Where(k => !k.IsSession), PeopleLimits.MaxKeys) is { } full
            ? full
            : Make(newId, draft.Name.Trim(), draft.Role, draft.UserId, draft.ActsForUsers, secret);
    }

    /// <summary>The first key of an organization: its administrator's.</summary>
    public static ApiKey First(string newId, string secret) => Make(newId, "First administrator", BuiltInRoles.Administrator, null, false, secret);

    public static Outcome<ApiKey> Change(OrganizationDocuments documents, string keyId, ApiKeyPatch patch)
    {
        if (!documents.ApiKeys.TryGetValue(keyId, out var key) || key.Archived)
        {
            return Refusal.NotFound("API key", keyId);
        }
        if (key.IsSession) return Refusal.Unprocessable("key.session", "This is the key of a session, which is as its user signed in; it can only be revoked.");
        var changed = key with
        {
            Version = key.Version + 1,
            Name = (patch.Name ?? key.Name).Trim(),
            Role = patch.Role.Or(key.Role),
            UserId = patch.UserId.Or(key.UserId),
            ActsForUsers = patch.ActsForUsers ?? key.ActsForUsers,
        };
        var errors = Check(documents, changed.Name, changed.Role, changed.UserId);
        return errors.Length > 0 ? Refusal.Validation(errors) : AdministratorRules.Keep(documents, changed);
    }

    /// <summary>Revokes it, for ever.</summary>
    public static Outcome<ApiKey> Revoke(OrganizationDocuments documents, string keyId) =>
        documents.ApiKeys.TryGetValue(keyId, out var key) && !key.Archived
            ? AdministratorRules.Keep(documents, key with { Version = key.Version + 1, Archived = true })
            : Refusal.NotFound("API key", keyId);

    static ApiKey Make(string id, string name, string? role, string? userId, bool actsForUsers, string secret) =>
        new(id, 1, false, name, role, userId, actsForUsers, HashOf(secret), HintOf(secret));

    internal static string HintOf(string secret) => secret.Length > 2 * HintLength ? secret[^HintLength..] : "";

    static ImmutableArray<FieldError> Check(OrganizationDocuments documents, string name, string? role, string? userId) => PeopleRefusals.All(
        TextRules.CheckName("name", name),
        (role, userId) switch
        {
            (null, null) => new FieldError("role", "Neither 'role' nor 'userId' is given; write one of them."),
            (not null, not null) => new FieldError("userId", "Both 'role' and 'userId' are given; a key has the one or stands for the other."),
            ({ } r, null) when !documents.Roles.TryGetValue(r, out var found) || found.Archived =>
                new FieldError("role", $"There is no role '{TextRules.Shorten(r)}'; name one that is there and not archived."),
            (null, { } u) when !documents.Users.TryGetValue(u, out var found) || found.Archived =>
                new FieldError("userId", $"There is no user '{TextRules.Shorten(u)}'; name one that is there and not archived."),
            _ => null,
        });
}
