using DncActors.Domain.Ledger;

namespace DncActors.Domain.People;

/// <summary>What is kept of a user's password. Its id is the user's.</summary>
/// <param name="Hash">As <see cref="PasswordRules.HashOf"/> writes it.</param>
[GenerateSerializer, Immutable, Alias("dnc.UserPassword")]
public sealed record UserPassword(string Id, long Version, bool Archived, string Hash) : Document(Id, Version, Archived)
{
    public override DocumentKind Kind => DocumentKind.UserPassword;

    /// <summary>A hash shows itself nowhere.</summary>
    public override string ToString() => $"UserPassword {{ Id = {Id}, Version = {Version} }}";
}
