using DncActors.Domain.People;

namespace DncActors.Contracts.Organizations;

/// <summary>A new key with its secret, which is shown this once and kept nowhere.</summary>
/// <param name="Secret">Null in the answer to a repeated request: it cannot be shown again; make another key.</param>
[GenerateSerializer, Immutable, Alias("dnc.KeyMade")]
public sealed record KeyMade(ApiKey Key, string? Secret)
{
    /// <summary>A secret shows itself nowhere.</summary>
    public override string ToString() => $"KeyMade {{ Key = {Key.Id} }}";
}
