using System.Security.Cryptography;
using System.Text.Json;
using DncActors.Console.Session;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DncActors.Console.OpenId;

/// <summary>
/// Why somebody was not let in, told on the page that they are sent back to: once, and in no address. A name that stood there would stand in the logs of
/// whatever is in between.
/// </summary>
sealed class OpenIdNotices(ConsoleOptions options)
{
    const string Name = "dnc-openid-notice";
    const int Longest = 1_024;

    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    readonly IDataProtector? seal = options.OpenId is { } provider ? new OpenIdSeal(provider.ClientSecret).CreateProtector(Name) : null;

    internal void Leave(HttpContext context, string text) => context.Response.Cookies.Append(
        Name, WebEncoders.Base64UrlEncode(seal!.Protect(JsonSerializer.SerializeToUtf8Bytes(text))), Of(context, Lasts));

    /// <summary>What was left for this browser; null for nothing.</summary>
    internal string? Take(HttpContext context)
    {
        if (seal is null || context.Request.Cookies[Name] is not { Length: > 0 and <= Longest } left) return null;
        context.Response.Cookies.Delete(Name, Of(context, null));
        try
        {
            return JsonSerializer.Deserialize<string>(seal.Unprotect(WebEncoders.Base64UrlDecode(left)));
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException or JsonException)
        {
            // Nobody left that here.
            return null;
        }
    }

    static CookieOptions Of(HttpContext context, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lasts,
        Path = ConsolePaths.SignIn,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
