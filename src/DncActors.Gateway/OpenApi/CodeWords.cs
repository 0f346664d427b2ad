using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using DncActors.Client.Json;

namespace DncActors.Gateway.OpenApi;

/// <summary>
/// The models' docs speak to those who read the client's code. To those who read the document the same is said by what is on the wire: fields, values, numbers.
/// </summary>
static partial class CodeWords
{
    /// <summary>By the name of the class that lists them, the words that a field may have.</summary>
    static readonly Dictionary<string, IReadOnlyList<string>> Words = typeof(DncJson).Assembly.GetExportedTypes()
        .Where(type => type.Name.EndsWith("Names", StringComparison.Ordinal) && type.GetProperty("All") is not null)
        .ToDictionary(type => type.Name, type => (IReadOnlyList<string>)type.GetProperty("All")!.GetValue(null)!, StringComparer.Ordinal);

    static readonly Dictionary<string, object> Numbers = typeof(DncJson).Assembly.GetExportedTypes()
        .Where(type => type.Name.EndsWith("Limits", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (Name: $"{type.Name}.{field.Name}", Field: field)))
        .Where(constant => constant.Field.IsLiteral)
        .ToDictionary(constant => constant.Name, constant => constant.Field.GetRawConstantValue()!, StringComparer.Ordinal);

    internal static string Mend(string text)
    {
        var mended = SeeLimits().Replace(Mark().Replace(WebUtility.HtmlDecode(text), "`"), "");
        mended = Limit().Replace(mended, match => Numbers.TryGetValue(match.Groups["name"].Value, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{number:#,0}")
            : match.Value);
        mended = Member().Replace(mended, match => $"`{JsonName(match.Groups["name"].Value)}`");
        return ListOfWords().Replace(
            mended, match => Words.TryGetValue(match.Value, out var words) ? string.Join(", ", words.Select(word => $"`{word}`")) : match.Value);
    }

    /// <summary>What a field with these docs may say; null where they name no such list.</summary>
    internal static IReadOnlyList<string>? WordsOf(string text) =>
        ListOfWords().Match(text) is { Success: true } list ? Words.GetValueOrDefault(list.Value) : null;

    /// <summary>"Required.", "Required: why, for people.", "Required, at least one channel.", and not "Required for an opt-out".</summary>
    internal static bool SayRequired(string text) => Required().IsMatch(text);

    static string JsonName(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    [GeneratedRegex("</?c>")]
    private static partial Regex Mark();

    [GeneratedRegex(@" \(see \w+Limits\)")]
    private static partial Regex SeeLimits();

    [GeneratedRegex(@"\b(int|long) (?<name>\w+Limits\.\w+)")]
    private static partial Regex Limit();

    /// <summary>With its type in front, as the generator of these texts writes a reference.</summary>
    [GeneratedRegex(@"([A-Za-z]+(<[^<>]+>)?\?? )?\b[A-Z]\w+(Model|Request)\.(?<name>\w+)")]
    private static partial Regex Member();

    [GeneratedRegex(@"\b\w+Names\b")]
    private static partial Regex ListOfWords();

    [GeneratedRegex(@"^Required[.:,]")]
    private static partial Regex Required();
}
