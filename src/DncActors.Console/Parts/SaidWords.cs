using System.Globalization;
using System.Text.RegularExpressions;

namespace DncActors.Console.Parts;

/// <summary>Sentences of the API, which knows nobody's zone and says each time as 2026-05-01T12:00:00Z.</summary>
static partial class SaidWords
{
    /// <summary>The words and the times in their order.</summary>
    internal static IEnumerable<(string Words, DateTimeOffset? At)> Of(string? text)
    {
        if (text is null) yield break;
        var from = 0;
        foreach (Match match in Utc().Matches(text))
        {
            if (!DateTimeOffset.TryParse(match.ValueSpan, CultureInfo.InvariantCulture, out var at)) continue;
            if (match.Index > from) yield return (text[from..match.Index], null);
            yield return (match.Value, at);
            from = match.Index + match.Length;
        }
        if (from < text.Length) yield return (text[from..], null);
    }

    /// <summary>What people wrote, behind who and when, which a page shows by itself; null where nobody wrote anything.</summary>
    internal static string? BehindWhoAndWhen(string? text) =>
        text is not null && WhoAndWhen().Match(text) is { Success: true } match ? text[(match.Index + match.Length)..] : null;

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z", RegexOptions.CultureInvariant)]
    private static partial Regex Utc();

    [GeneratedRegex(@", at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(, until \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?: ", RegexOptions.CultureInvariant)]
    private static partial Regex WhoAndWhen();
}
