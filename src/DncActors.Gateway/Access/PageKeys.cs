using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Access;

/// <summary>
/// Where a browser's key comes from: the header as the API has it, else the password of <c>Basic</c>, else whatever the host has added. The one place that
/// knows; behind it there is a bearer's header, and a page is guarded as a call is.
/// </summary>
sealed class PageKeys(IEnumerable<IPageKey> others)
{
    internal const string Challenge = "Basic realm=\"DncActors: leave the name empty, the password is the API key\", charset=\"UTF-8\"";

    const string Basic = "Basic";

    internal void Take(HttpContext context)
    {
        var sent = context.Request.Headers.Authorization;
        if (sent.Count > 1) return;
        var key = sent.Count == 1 ? PasswordOf(sent[0]) : others.Select(other => other.Find(context)).FirstOrDefault(found => found is not null);
        if (key is not null) context.Request.Headers.Authorization = $"Bearer {key}";
    }

    static string? PasswordOf(string? header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !Basic.Equals(value.Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        Span<byte> bytes = stackalloc byte[1_024];
        if (value.Parameter is not { } text || !Convert.TryFromBase64String(text, bytes, out var length)) return null;
        var pair = Encoding.UTF8.GetString(bytes[..length]);
        return pair.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? pair[(colon + 1)..] : null;
    }
}
