using DncActors.Domain.People;

namespace DncActors.Contracts.Sessions;

/// <summary>Whom an identity provider vouches for; whoever asks has verified that it did.</summary>
/// <param name="Login">What it calls them: see <see cref="LoginRules"/>.</param>
[GenerateSerializer, Immutable, Alias("dnc.VouchedDraft")]
public sealed record VouchedDraft(string Login)
{
    /// <summary>It may be an email address, which shows itself nowhere.</summary>
    public override string ToString() => nameof(VouchedDraft);
}
