using DncActors.Client;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Requests;

/// <summary>The key under which a change is one change, however often it is sent.</summary>
sealed class IdempotencyKey(string value)
{
    internal const int MaxLength = 200;

    internal string Value => value;

    /// <summary>1 to 200 printable characters of ASCII.</summary>
    internal static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && text.Trim().Length > 0;

    /// <summary>The request's key; there is one on everything that is not a GET.</summary>
    internal static IdempotencyKey Of(HttpContext context) =>
        context.Features.Get<IdempotencyKey>() ?? throw new InvalidOperationException("The idempotency middleware has not run.");

    /// <summary>Says the key in the answer: after its headers were cleared, too, because a client needs it most when something failed.</summary>
    internal static void Echo(HttpContext context)
    {
        if (context.Features.Get<IdempotencyKey>() is { } key) context.Response.Headers[DncHeaders.IdempotencyKey] = key.Value;
    }
}
