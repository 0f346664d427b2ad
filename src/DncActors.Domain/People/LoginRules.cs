using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>
/// What users are called where they sign in. An identity provider vouches for it, so that it is an administrator's to write, and never a user's own. No message
/// quotes it: it may be an email address.
/// </summary>
public static class LoginRules
{
    /// <summary>As long as an email address, or an identity provider's name for somebody, may be.</summary>
    public const int MaxLength = 255;

    /// <summary>Null when the user may be called so, else what is wrong.</summary>
    public static FieldError? Check(OrganizationDocuments documents, string userId, string login)
    {
        if (login.Length is 0 or > MaxLength || login.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return new("login", $"This is no login: write an email address, or what an identity provider calls them, 1 to {MaxLength} characters, no space.");
        return documents.Users.Values.FirstOrDefault(u => !u.Archived && u.Id != userId && IsSame(u.Login, login)) is { } other
            ? new("login", $"The user '{TextRules.Shorten(other.Id)}' signs in by this: write another, or take it from them first.")
            : null;
    }

    /// <summary>
    /// Whom an identity provider means: the one user of that login; where none has it, one who was archived; null for nobody. Ids and names do not count:
    /// nobody wrote them for this.
    /// </summary>
    public static User? Find(OrganizationDocuments documents, string login)
    {
        User[] called = [.. documents.Users.Values.Where(u => IsSame(u.Login, login))];
        User[] present = [.. called.Where(u => !u.Archived)];
        return present.Length == 0 ? called.FirstOrDefault() : present is [var only] ? only : null;
    }

    /// <summary>Email addresses are the same in capitals; what else a provider calls somebody is taken as it is.</summary>
    public static bool IsSame(string? one, string other) =>
        string.Equals(one, other, other.Contains('@', StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
