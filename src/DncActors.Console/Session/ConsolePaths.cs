using Microsoft.AspNetCore.Http;

namespace DncActors.Console.Session;

/// <summary>Which requests are the console's, and which of those need nobody to be signed in.</summary>
static class ConsolePaths
{
    internal const string SignIn = "/sign-in";
    internal const string SignOut = "/sign-out";

    /// <summary>What is shown where an address leads nowhere.</summary>
    internal const string NotFound = "/not-found";

    /// <summary>Where signing in by an identity provider begins.</summary>
    internal const string OpenId = SignIn + "/openid";

    /// <summary>Where the identity provider sends the browser back to: it is registered there.</summary>
    internal const string OpenIdAnswer = OpenId + "/callback";

    /// <summary>The API, its documents and health: they bring rules of their own.</summary>
    static readonly PathString[] OfOthers = ["/v1", "/healthz", "/readyz", "/metrics", "/openapi", "/docs", "/dashboard"];

    /// <summary>Scripts, styles and pictures; they say nothing of anybody.</summary>
    static readonly PathString[] Open = [SignIn, "/_framework", "/_content", "/favicon.svg"];

    internal static bool IsOfConsole(PathString path) =>
        !Array.Exists(OfOthers, other => path.StartsWithSegments(other)) && path.Value?.StartsWith("/dnc.", StringComparison.Ordinal) != true;

    internal static bool IsOpen(PathString path) => Array.Exists(Open, open => path.StartsWithSegments(open));

    /// <summary>Where to go after signing in: a page of this console, whatever the address says. <c>//elsewhere</c> and <c>/\elsewhere</c> are other
    /// hosts.</summary>
    internal static string LocalOr(string? asked, string otherwise = "/") =>
        asked is ['/', ..] && asked is not ['/', '/' or '\\', ..] && !asked.Any(char.IsControl) && !asked.StartsWith(SignIn, StringComparison.OrdinalIgnoreCase)
            ? asked
            : otherwise;
}
