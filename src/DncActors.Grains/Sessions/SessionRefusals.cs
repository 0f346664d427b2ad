using DncActors.Domain.Outcomes;

namespace DncActors.Grains.Sessions;

/// <summary>Why nobody signed in. Where a password is asked for, none of these tells whether there is such a user.</summary>
static class SessionRefusals
{
    public static Refusal Wrong() =>
        new(RefusalCode.Unauthenticated, "session.refused", "The user or the password is wrong, or the user has no password.", []);

    public static Refusal TooMany(int seconds) =>
        new(RefusalCode.RateLimited, "session.too-many", $"Too many attempts failed. Try again in {seconds} s.", []) { RetryAfter = seconds };

    public static Refusal Busy() => Refusal.Unavailable("session.busy", "Too many passwords wait to be verified. Nothing was done: send the same again.");

    public static Refusal Unavailable() => Refusal.Unavailable("session.unavailable", "Nobody can be let in or refused surely now: send the same again.");

    public static Refusal NoUser() => new(RefusalCode.NotFound, "session.no-user", "No user of this organization signs in by this.", []);

    public static Refusal UserArchived() => Refusal.Forbidden("session.user-archived", "The user who signed in by this was removed.");

    public static Refusal WrongCurrent() =>
        Refusal.Unprocessable("password.wrong", "The current password is another.", new FieldError("currentPassword", "This is not the current password."));
}
