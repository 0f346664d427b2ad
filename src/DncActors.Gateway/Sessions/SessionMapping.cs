using DncActors.Client.People;
using DncActors.Contracts.Organizations;
using DncActors.Contracts.Sessions;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Sessions;

/// <summary>Signing in, and passwords, to and from the wire. No message quotes what was typed.</summary>
static class SessionMapping
{
    /// <summary>No user is called longer.</summary>
    const int MaxUser = TextRules.MaxName;

    internal static Outcome<SessionDraft> Read(CreateSessionRequest request)
    {
        var fields = new FieldReader();
        if (string.IsNullOrWhiteSpace(request.User) || request.User.Length > MaxUser)
            fields.Wrong("user", $"user is missing or too long: write a user's id or name, 1 to {MaxUser} characters.");
        var draft = new SessionDraft(request.User?.Trim() ?? "", Password(fields, "password", request.Password));
        return fields.Make(draft);
    }

    internal static Outcome<PasswordDraft> Read(SetPasswordRequest request)
    {
        var fields = new FieldReader();
        var password = Password(fields, "password", request.Password);
        PasswordText? current = request.CurrentPassword is null ? null : Password(fields, "currentPassword", request.CurrentPassword);
        return fields.Make(new PasswordDraft(password, current));
    }

    internal static SessionModel ToModel(KeyMade made) => new()
    {
        Key = made.Secret!,
        ExpiresAt = made.Key.ExpiresAt!.Value,
        UserId = made.Key.UserId!,
    };

    static PasswordText Password(FieldReader fields, string field, string? text)
    {
        if (string.IsNullOrEmpty(text)) fields.Wrong(field, $"{field} is missing: write the password.");
        return new(text ?? "");
    }
}
