namespace DncActors.Console.OpenId;

/// <summary>What came of signing in somebody whom the identity provider vouches for: the one or the other.</summary>
/// <param name="Key">The key of their session.</param>
public sealed record OpenIdAnswer(string? Key, OpenIdProblem? Problem)
{
    /// <summary>A key shows itself nowhere.</summary>
    public override string ToString() => $"{nameof(OpenIdAnswer)} {{ Problem = {Problem} }}";
}
