using System.Security.Cryptography;
using DncActors.Contracts.Organizations;
using DncActors.Contracts.Sessions;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Grains.Access;
using DncActors.Grains.Deciding;
using DncActors.Grains.Following;
using Orleans.Concurrency;

namespace DncActors.Grains.Sessions;

/// <summary>Verifies the passwords of one organization's users, and lets in whom an identity provider vouches for. It keeps the count of what failed, and
/// nothing else.</summary>
[Reentrant]
sealed class SignInGrain(
    IDocumentStore store,
    IPublishedDocuments documents,
    DocumentEdits edits,
    AcknowledgedLedger ledger,
    PasswordThreads threads,
    TimeProvider time,
    IdSource ids) : Grain, ISignInGrain
{
    readonly SignInAttempts _attempts = new(time);

    /// <summary>Those by an identity provider: everybody can make them fail, and no password shall have to wait for it.</summary>
    readonly SignInAttempts _vouched = new(time);

    string Organization => this.GetPrimaryKeyString();

    public async Task<Outcome<KeyMade>> OpenAsync(SessionDraft draft)
    {
        var isJudged = false;
        try
        {
            if (_attempts.TryTake(draft.User) is > 0 and var seconds) return SessionRefusals.TooMany(seconds);
            var published = await documents.FindAsync(Organization);
            var user = published is null ? null : SessionRules.FindUser(published, draft.User);
            // For nobody, too, something is read and something hashed: how long the answer takes tells nothing.
            var kept = await ReadPasswordAsync(user?.Id ?? ISignInGrain.Nowhere);
            var isRight = await JudgeAsync(draft.User, draft.Password, kept);
            isJudged = true;
            if (!isRight.Ok) return isRight.Refusal;
            if (isRight.Value && user is not null && kept is not null) return await OpenByPasswordAsync(user.Id, kept);
            if (published is not null) await ledger.CommitAsync(SessionCommits.Refused(NewRequest(""), user?.Id, time.GetUtcNow()));
            return SessionRefusals.Wrong();
        }
        catch (LedgerUnavailableException)
        {
            // Who tries again while the database is away has not guessed.
            if (!isJudged) _attempts.GiveBack(draft.User);
            return SessionRefusals.Unavailable();
        }
    }

    public Task<Outcome<User>> SetPasswordAsync(Request request, string userId, PasswordDraft draft)
    {
        string? hash = null;
        return edits.RunAsync(request, DecideAsync, RepeatAsync, static () => { });

        async ValueTask<Outcome<Decision<User>>> DecideAsync(OrganizationDocuments published)
        {
            if (!published.Users.TryGetValue(userId, out var user) || user.Archived) return Refusal.NotFound("user", TextRules.Shorten(userId));
            var was = await ReadPasswordAsync(userId);
            if (hash is null)
            {
                if (await WhyNotAsync(request, published, user, was, draft) is { } refusal) return refusal;
                var hashed = await RunAsync(() => PasswordRules.HashOf(draft.Password, RandomNumberGenerator.GetBytes(PasswordRules.SaltBytes)));
                if (!hashed.Ok) return hashed.Refusal;
                hash = hashed.Value;
            }
            var next = new UserPassword(userId, (was?.Version ?? 0) + 1, false, hash);
            var ended = SessionRules.EndAll(published, userId, request.KeyId);
            return new Decision<User>(SessionCommits.PasswordChanged(request, user, next, ended, time.GetUtcNow()), user);
        }

        // Nothing of the password is in what the request is known by: whether it is the same is found out as for any other.
        async ValueTask<Outcome<User>> RepeatAsync(string? reply)
        {
            var kept = await edits.ReadAsync<UserPassword>(request.Organization, DocumentKind.UserPassword, userId, DocumentCommits.VersionIn(reply));
            if (!kept.Ok) return kept.Refusal;
            var same = await RunAsync(() => PasswordRules.IsRight(kept.Value.Hash, draft.Password));
            if (!same.Ok) return same.Refusal;
            if (!same.Value) return DecidingRefusals.Reused();
            return (await documents.FindAsync(request.Organization))?.Users.GetValueOrDefault(userId) is { } user
                ? user
                : Refusal.NotFound("user", TextRules.Shorten(userId));
        }
    }

    public async Task<Outcome<KeyMade>> OpenVouchedAsync(VouchedDraft draft)
    {
        try
        {
            var published = await documents.FindAsync(Organization);
            var user = published is null ? null : LoginRules.Find(published, draft.Login);
            if (user is { Archived: false })
            {
                // Both may have been changed, and the user removed, until the session is there.
                return await OpenAsync(user.Id, SessionRules.ByOpenId, now => new(Admit(LoginRules.Find(now, draft.Login), user.Id)));
            }
            await NoteRefusedAsync(user?.Id, user is null ? "unknown" : "archived", draft.Login);
            return user is null ? SessionRefusals.NoUser() : SessionRefusals.UserArchived();
        }
        catch (LedgerUnavailableException)
        {
            return SessionRefusals.Unavailable();
        }

        static Outcome<Admitted> Admit(User? found, string userId) =>
            found is { Archived: false } && found.Id == userId ? new Admitted(found, null) : SessionRefusals.NoUser();
    }

    public async Task NoteRefusedAsync(string reason)
    {
        try
        {
            await NoteRefusedAsync(null, reason, reason);
        }
        catch (LedgerUnavailableException)
        {
            // Nobody was let in, and nothing more can be kept now.
        }
    }

    /// <param name="countedAs">What is noted so often is not noted without end.</param>
    async Task NoteRefusedAsync(string? userId, string reason, string countedAs)
    {
        if (_vouched.TryTake(countedAs) > 0 || await documents.FindAsync(Organization) is null) return;
        await ledger.CommitAsync(SessionCommits.RefusedByOpenId(NewRequest(""), userId, reason, time.GetUtcNow()));
    }

    Task<Outcome<KeyMade>> OpenByPasswordAsync(string userId, UserPassword verified) => OpenAsync(userId, SessionRules.ByPassword, async published =>
    {
        // The password can have been changed, and the user removed, while it was verified.
        if (!published.Users.TryGetValue(userId, out var user) || user.Archived) return SessionRefusals.Wrong();
        return (await ReadPasswordAsync(userId))?.Version == verified.Version ? new Admitted(user, verified) : SessionRefusals.Wrong();
    });

    async Task<Outcome<KeyMade>> OpenAsync(string userId, string by, Func<OrganizationDocuments, ValueTask<Outcome<Admitted>>> admit)
    {
        var (request, secret) = (NewRequest(userId), ApiKeyRules.SecretOf(RandomNumberGenerator.GetBytes(ApiKeyRules.SecretBytes)));
        KeyMade? made = null;
        return await edits.RunAsync<KeyMade>(
            request,
            async published =>
            {
                var admitted = await admit(published);
                if (!admitted.Ok) return admitted.Refusal;
                var now = time.GetUtcNow();
                var (opened, expired) = SessionRules.Open(published, admitted.Value.User, secret, now, by);
                made = new(opened, secret);
                return new Decision<KeyMade>(
                    SessionCommits.Opened(request, admitted.Value.User, admitted.Value.Password, opened, expired, now), made);
            },
            _ => new(made!),
            static () => { });
    }

    /// <summary>Why the password may not be changed by who asks; null where it may.</summary>
    async Task<Refusal?> WhyNotAsync(Request request, OrganizationDocuments published, User user, UserPassword? was, PasswordDraft draft)
    {
        var mayAdminister = AccessRules.PersonOf(published, request).Permissions.HasFlag(Permissions.Admin);
        if (!mayAdminister && request.UserId != user.Id)
            return Refusal.Forbidden("permission.missing", "Only an administrator gives another person a password: this needs the permission admin.");
        if (!mayAdminister && draft.Current is null)
            return Refusal.Validation(new FieldError("currentPassword", "currentPassword is missing: write the password that you have."));
        if (PasswordRules.Check("password", draft.Password, user) is { } wrong) return Refusal.Validation(wrong);
        if (draft.Current is not { } current) return null;
        if (_attempts.TryTake(user.Id) is > 0 and var seconds) return SessionRefusals.TooMany(seconds);
        var isRight = await JudgeAsync(user.Id, current, was);
        if (!isRight.Ok) return isRight.Refusal;
        if (isRight.Value) return null;
        await ledger.CommitAsync(SessionCommits.Refused(NewRequest(user.Id), user.Id, time.GetUtcNow()));
        return SessionRefusals.WrongCurrent();
    }

    /// <summary>Whether it is the password that is kept; then the attempt has not failed.</summary>
    async Task<Outcome<bool>> JudgeAsync(string name, PasswordText password, UserPassword? kept)
    {
        var judged = await RunAsync(() => PasswordRules.IsRight(kept?.Hash ?? PasswordRules.Nobodys, password));
        if (!judged.Ok || (judged.Value && kept is not null)) _attempts.GiveBack(name);
        return judged;
    }

    async Task<Outcome<T>> RunAsync<T>(Func<T> work) => threads.TryRun(work) is { } running ? await running : SessionRefusals.Busy();

    async Task<UserPassword?> ReadPasswordAsync(string userId)
    {
        var newest = await store.ReadVersionsAsync(Organization, DocumentKind.UserPassword, userId, null, 1, CancellationToken.None);
        return newest.IsEmpty ? null : (UserPassword)newest[0].Document;
    }

    /// <summary>One that is made once: who tries again signs in once more.</summary>
    Request NewRequest(string userId)
    {
        var id = ids.Next(time.GetUtcNow());
        return new(Organization, userId, userId, "", id, id);
    }

    /// <summary>Who may come in now.</summary>
    /// <param name="Password">The one that was verified; null where an identity provider vouched for them.</param>
    sealed record Admitted(User User, UserPassword? Password);
}
