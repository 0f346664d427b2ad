using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DncActors.Domain.Ledger;
using DncActors.Domain.People;

namespace DncActors.Grains.Sessions;

/// <summary>
/// What the record keeps of signing in. No password, and no hash of one, is in a change: changes go to every node, and to whoever follows them.
/// </summary>
static class SessionCommits
{
    /// <summary>Who did what nobody was let in for; no user and no key can be called so.</summary>
    const string Nobody = "anonymous:";

    /// <summary>A user signed in: fenced by the user as they are, and by the password that was verified.</summary>
    /// <param name="password">Null where an identity provider vouched for them.</param>
    public static Commit Opened(
        Request request, User user, UserPassword? password, ApiKey opened, ImmutableArray<ApiKey> expired, DateTimeOffset now) => Bare(request, now) with
        {
            Guards = password is null ? [GuardOf(user)] : [GuardOf(user), GuardOf(password)],
            Documents = [WriteOf(opened), .. expired.Select(WriteOf)],
            Changes = [KeyChange(ChangeTypes.SessionOpened, opened), .. expired.Select(k => KeyChange(ChangeTypes.SessionEnded, k))],
        };

    /// <summary>Somebody gave a wrong password for the user, or for a name that nobody has: what was typed there may have been a password.</summary>
    public static Commit Refused(Request request, string? userId, DateTimeOffset now) => Bare(request with { Actor = Nobody }, now) with
    {
        Changes = [new() { Type = ChangeTypes.SessionRefused, Subject = userId }],
    };

    /// <summary>An identity provider's word let nobody in. What it calls whom it meant is not kept: it may be anybody's email address.</summary>
    public static Commit RefusedByOpenId(Request request, string? userId, string reason, DateTimeOffset now)
    {
        var why = $$"""{"by":"openid","reason":"{{JsonEncodedText.Encode(reason)}}"}""";
        return Bare(request with { Actor = Nobody }, now) with
        {
            Changes = [new() { Type = ChangeTypes.SessionRefused, Subject = userId, After = why }],
        };
    }

    public static Commit PasswordChanged(Request request, User user, UserPassword password, ImmutableArray<ApiKey> ended, DateTimeOffset now) =>
        Bare(request, now) with
        {
            Guards = [GuardOf(user)],
            Documents = [WriteOf(password), .. ended.Select(WriteOf)],
            Changes =
            [
                .. ended.Select(k => KeyChange(ChangeTypes.SessionEnded, k)),
                new() { Type = ChangeTypes.PasswordChanged, Subject = user.Id },
            ],
            Reply = password.Version.ToString(CultureInfo.InvariantCulture),
        };

    static Commit Bare(Request request, DateTimeOffset now) => new()
    {
        Id = request.CommitId,
        Fingerprint = request.Fingerprint,
        Organization = request.Organization,
        Actor = request.Actor,
        At = now,
        Changes = [],
    };

    static DocumentGuard GuardOf(Document document) => new(document.Kind, document.Id, document.Version);

    static DocumentWrite WriteOf(Document document) => new(document, document.Version - 1);

    static ChangeDraft KeyChange(string type, ApiKey key) => new() { Type = type, Subject = key.UserId, Document = key };
}
