namespace DncActors.Host.Settings;

/// <summary>The identity provider by which people may sign in to the console, and what is registered there. The same for all processes of a cluster.</summary>
public sealed record OpenIdOptions
{
    /// <summary>The provider's address, without <c>/.well-known/openid-configuration</c>; https, but on the loopback. Required.</summary>
    public required Uri Authority { get; init; }

    /// <summary>What the provider calls this installation. Required.</summary>
    public required string ClientId { get; init; }

    /// <summary>What it shares with the provider; never shown. Required.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The organization whose users sign in by it. Default: <c>default</c>.</summary>
    public string Organization { get; init; } = Domain.Organizations.Organization.Default;

    /// <summary>The claim that is a user's login. Default: <c>email</c>, which counts where <c>email_verified</c> is true.</summary>
    public string Claim { get; init; } = "email";

    /// <summary>What the provider is called where one signs in. Default: <c>single sign-on</c>.</summary>
    public string Label { get; init; } = "single sign-on";

    /// <summary>What is asked for, with spaces between. Default: <c>openid email</c>.</summary>
    public string Scopes { get; init; } = "openid email";

    /// <summary>A secret shows itself nowhere.</summary>
    public override string ToString() => $"{nameof(OpenIdOptions)} {{ Authority = {Authority}, ClientId = {ClientId} }}";
}
