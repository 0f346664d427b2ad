using DncActors.Console.Session;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DncActors.Console.OpenId;

/// <summary>Signing in by an identity provider, where one is configured; else there is neither a service nor an endpoint of it.</summary>
static class OpenIdExtensions
{
    internal const string Scheme = "openid";

    /// <summary>How long somebody may take at the provider.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>How long the provider may take for an answer.</summary>
    static readonly TimeSpan ProvidersPatience = TimeSpan.FromSeconds(10);

    /// <summary>How far the provider's clock may be off.</summary>
    static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    internal static void AddOpenId(this IServiceCollection services, OpenIdProvider provider)
    {
        services.AddSingleton<OpenIdSignIn>();
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<TimeProvider>((options, time) =>
        {
            Ask(options, provider);
            Hold(options, provider);
            options.TimeProvider = time;
        });
    }

    internal static void MapOpenId(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ConsolePaths.OpenId, (HttpContext context, OpenIdSignIn openId) => openId.BeginAsync(context)).ExcludeFromDescription();
        routes.MapGet(ConsolePaths.OpenIdAnswer, (HttpContext context, OpenIdSignIn openId) => openId.EndAsync(context)).ExcludeFromDescription();
    }

    /// <summary>Who is asked, and how: for a code that is worth nothing without the secret and the browser's proof. No browser sees a token.</summary>
    static void Ask(OpenIdConnectOptions options, OpenIdProvider provider)
    {
        options.Authority = provider.Authority.ToString();
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = ConsolePaths.OpenIdAnswer;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // By the address, and not by a form of the provider's: its cookies would have to be sent from other sites, too.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes) options.Scope.Add(scope);
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.Clear();
        options.ClaimActions.MapJsonKey(provider.Claim, provider.Claim);
        options.ClaimActions.MapJsonKey(OpenIdPerson.EmailVerified, OpenIdPerson.EmailVerified);
        options.DisableTelemetry = true;
        options.BackchannelTimeout = ProvidersPatience;
        options.RemoteAuthenticationTimeout = Patience;
    }

    /// <summary>What an answer is held to, and what becomes of it.</summary>
    static void Hold(OpenIdConnectOptions options, OpenIdProvider provider)
    {
        options.DataProtectionProvider = new OpenIdSeal(provider.ClientSecret);
        options.SaveTokens = false;
        options.TokenValidationParameters.ClockSkew = ClockSkew;
        // Of keys that the provider publishes; never the secret, which both know.
        options.TokenValidationParameters.ValidAlgorithms =
        [
            SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
            SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
            SecurityAlgorithms.EcdsaSha512,
        ];
        options.ProtocolValidator.NonceLifetime = Patience;
        Name(options.CorrelationCookie, "dnc-openid.");
        Name(options.NonceCookie, "dnc-openid-nonce.");
        options.Events.OnTokenValidated = RefuseUnsigned;
        options.Events.OnTicketReceived = ticket => SignInOf(ticket.HttpContext).OpenAsync(ticket);
        options.Events.OnRemoteFailure = failure => SignInOf(failure.HttpContext).FailAsync(failure);
    }

    static void Name(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        // The answer is a link that the browser follows.
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>The library takes a token without a signature where it comes from the provider itself.</summary>
    static Task RefuseUnsigned(TokenValidatedContext token)
    {
        if (string.IsNullOrEmpty(token.SecurityToken.RawSignature)) token.Fail(new SecurityTokenInvalidSignatureException("The token is not signed."));
        return Task.CompletedTask;
    }

    static OpenIdSignIn SignInOf(HttpContext context) => context.RequestServices.GetRequiredService<OpenIdSignIn>();
}
