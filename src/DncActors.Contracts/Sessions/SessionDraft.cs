using DncActors.Domain.People;

namespace DncActors.Contracts.Sessions;

/// <summary>Who wants to sign in.</summary>
/// <param name="User">A user's id or name, as it was typed.</param>
[GenerateSerializer, Immutable, Alias("dnc.SessionDraft")]
public sealed record SessionDraft(string User, PasswordText Password)
{
    /// <summary>Orleans logs the arguments of a call that got no answer: a name may be an email, or the password in the wrong field.</summary>
    public override string ToString() => nameof(SessionDraft);
}
