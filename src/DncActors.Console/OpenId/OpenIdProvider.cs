namespace DncActors.Console.OpenId;

/// <summary>The identity provider that people may sign in by, and what is registered there for this console.</summary>
public sealed record OpenIdProvider
{
    /// <summary>The provider's address, below which its <c>.well-known/openid-configuration</c> is; https, but on the loopback.</summary>
    public required Uri Authority { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Long and random, as providers make it: what a browser carries to the provider and back is sealed with it, too.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The claim that is a user's login. Default: <c>email</c>, which counts where <c>email_verified</c> is true.</summary>
    public string Claim { get; init; } = "email";

    /// <summary>What the provider is called on the page. Default: <c>single sign-on</c>.</summary>
    public string Label { get; init; } = "single sign-on";

    /// <summary>What is asked for. Default: <c>openid</c> and <c>email</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "email"];

    /// <summary>A secret shows itself nowhere.</summary>
    public override string ToString() => $"{nameof(OpenIdProvider)} {{ Authority = {Authority}, ClientId = {ClientId} }}";
}
