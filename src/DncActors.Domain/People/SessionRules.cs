using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Identity;
using DncActors.Domain.Organizations;

namespace DncActors.Domain.People;

/// <summary>
/// Sessions are API keys of a user that end by themselves. Every node keeps all keys in memory for good, so that a user's sessions take turns in a few of them:
/// a key whose session is over is given another secret.
/// </summary>
public static class SessionRules
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Sessions of a user at a time; one more ends the one that would end first.</summary>
    public const int MaxOfAUser = 10;

    /// <summary>What the key of a session is called that a password opened.</summary>
    public const string ByPassword = "Session";

    /// <summary>What the key of a session is called whose user an identity provider vouched for.</summary>
    public const string ByOpenId = "Session (OpenID Connect)";

    /// <summary>The user of that id or login, or the only one of that name; null for nobody. Looks through all of them, whoever it finds.</summary>
    public static User? FindUser(OrganizationDocuments documents, string typed)
    {
        var name = typed.Trim();
        User[] named = [.. documents.Users.Values.Where(u => !u.Archived && u.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
        var called = LoginRules.Find(documents, name);
        if (documents.Users.TryGetValue(name, out var user)) return user.Archived ? null : user;
        if (called is { Archived: false }) return called;
        return named is [var only] ? only : null;
    }

    /// <summary>The key of a new session, and the keys of the user's sessions that had expired, which go out of use.</summary>
    /// <param name="name">How they came in: <see cref="ByPassword"/> or <see cref="ByOpenId"/>.</param>
    public static (ApiKey Opened, ImmutableArray<ApiKey> Expired) Open(
        OrganizationDocuments documents, User user, string secret, DateTimeOffset now, string name = ByPassword)
    {
        var slots = Enumerable.Range(0, MaxOfAUser).Select(n => IdOf(user.Id, n)).Select(id => (Id: id, Key: documents.ApiKeys.GetValueOrDefault(id))).ToList();
        // A free one if there is any, else the one that would end first.
        var (slotId, was) = slots.MinBy(s => s.Key is { Archived: false } key && key.ExpiresAt > now ? key.ExpiresAt.Value : DateTimeOffset.MinValue);
        var opened = new ApiKey(
            slotId, (was?.Version ?? 0) + 1, false, name, null, user.Id, false, ApiKeyRules.HashOf(secret), ApiKeyRules.HintOf(secret), now + Lifetime);
        var expired = slots.Where(s => s.Id != slotId).Select(s => s.Key).OfType<ApiKey>().Where(k => !k.Archived && k.ExpiresAt <= now);
        return (opened, [.. expired.Select(End)]);
    }

    /// <summary>All sessions of the user, ended; but for one, where that is named.</summary>
    public static ImmutableArray<ApiKey> EndAll(OrganizationDocuments documents, string userId, string? butKeyId) =>
    [
        .. Enumerable.Range(0, MaxOfAUser).Select(n => documents.ApiKeys.GetValueOrDefault(IdOf(userId, n))).OfType<ApiKey>()
            .Where(k => !k.Archived && k.Id != butKeyId).Select(End),
    ];

    static ApiKey End(ApiKey key) => key with { Version = key.Version + 1, Archived = true };

    static string IdOf(string userId, int slot) => $"session-{StableId.Of("session", userId, slot.ToString(CultureInfo.InvariantCulture)):N}";
}
