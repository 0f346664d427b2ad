using DncActors.Domain.People;

namespace DncActors.Contracts.Sessions;

/// <summary>The password that a user is to have.</summary>
/// <param name="Current">The one that they have, from who is no administrator; else null.</param>
[GenerateSerializer, Immutable, Alias("dnc.PasswordDraft")]
public sealed record PasswordDraft(PasswordText Password, PasswordText? Current);
