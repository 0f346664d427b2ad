using DncActors.Domain.People;

namespace DncActors.Contracts.Sessions;

/// <summary>Who wants to sign in.</summary>
/// <param name="User">A user's id or name, as it was typed.</param>
[GenerateSerializer, Immutable, Alias("dnc.SessionDraft")]
public sealed record SessionDraft(string User, PasswordText Password);
