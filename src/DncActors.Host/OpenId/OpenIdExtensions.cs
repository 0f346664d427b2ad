using DncActors.Console;
using DncActors.Console.OpenId;
using DncActors.Host.Settings;

namespace DncActors.Host.OpenId;

/// <summary>Signing in to the console by an identity provider, where the settings name one.</summary>
static class OpenIdExtensions
{
    internal static IServiceCollection AddOpenIdSessions(this IServiceCollection services, OpenIdOptions? openId) =>
        openId is null ? services : services.AddSingleton(openId).AddSingleton<IOpenIdSessions, OpenIdSessions>();

    internal static ConsoleOptions ToConsole(this OpenIdOptions? openId) => openId is null ? new() : new()
    {
        OpenId = new()
        {
            Authority = openId.Authority,
            ClientId = openId.ClientId,
            ClientSecret = openId.ClientSecret,
            Claim = openId.Claim,
            Label = openId.Label,
            Scopes = openId.Scopes.Split(' '),
        },
    };
}
