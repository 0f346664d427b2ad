namespace DncActors.Domain.Registry;

/// <summary>Why an entry is to be revoked.</summary>
/// <param name="Evidence">Where the person's new wish can be found; an opt-out asks for it.</param>
[GenerateSerializer, Immutable, Alias("dnc.RevocationDraft")]
public sealed record RevocationDraft(string Reason, string? Evidence)
{
    /// <summary>Orleans logs the arguments of a call that got no answer: no reason and no evidence.</summary>
    public override string ToString() => nameof(RevocationDraft);
}
