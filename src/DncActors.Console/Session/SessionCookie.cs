using Microsoft.AspNetCore.Http;

namespace DncActors.Console.Session;

/// <summary>
/// The key of whoever is signed in, kept by the browser where no script reads it. The server keeps nothing: any node can answer the next page, and a key that
/// is revoked ends the session by itself.
/// </summary>
static class SessionCookie
{
    internal const string Name = "dnc-session";

    internal static string? Read(HttpContext context) =>
        context.Request.Cookies[Name] is { Length: > 0 and <= 256 } key && key.All(c => c is > ' ' and < (char)127) ? key : null;

    internal static void Write(HttpContext context, string key, TimeSpan length) => context.Response.Cookies.Append(Name, key, Of(context, length));

    internal static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Of(context, null));

    /// <summary>Lax: a link in a message opens the page it names, and nothing that changes anything is a link.</summary>
    static CookieOptions Of(HttpContext context, TimeSpan? length) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = length,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
