using System.Security.Claims;
using DncActors.Client.People;

namespace DncActors.Console.Session;

/// <summary>Who is signed in, as the circuit of a page keeps it. It never leaves the server.</summary>
static class SessionClaims
{
    const string Key = "dnc:key";

    internal static ClaimsPrincipal Of(string key, MeModel? me) => new(new ClaimsIdentity(
        [new(Key, key), new(ClaimTypes.Name, me?.UserName ?? me?.KeyName ?? "")], authenticationType: SessionCookie.Name));

    internal static string? KeyOf(ClaimsPrincipal user) => user.FindFirst(Key)?.Value;
}
