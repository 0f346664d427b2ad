using System.Globalization;
using DncActors.Domain.Outcomes;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Requests;

/// <summary>Versions as entity tags: <c>"7"</c>.</summary>
static class EntityTags
{
    internal static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that the caller saw; null where they do not care (no header, or <c>*</c>).</summary>
    internal static Outcome<long?> ReadIfMatch(HttpRequest request)
    {
        var sent = request.Headers.IfMatch;
        if (sent.Count == 0) return new Outcome<long?>(null, null);
        var text = sent.ToString().AsSpan().Trim();
        if (text is "*") return new Outcome<long?>(null, null);
        if (text.StartsWith("W/", StringComparison.Ordinal)) text = text[2..];
        return text.Length > 2 && text[0] == '"' && text[^1] == '"'
            && long.TryParse(text[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new Outcome<long?>(version, null)
            : Refusal.Validation(new FieldError(
                "If-Match", $"'{Quote.Of(sent.ToString())}' is not one version: write the ETag of the answer that was seen, such as \"7\", or *."));
    }
}
