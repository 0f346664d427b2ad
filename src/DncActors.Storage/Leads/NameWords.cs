using System.Collections.Immutable;

namespace DncActors.Storage.Leads;

/// <summary>What a name is found by: the beginnings of its words, without regard to case.</summary>
internal static class NameWords
{
    public const int MaxWords = 8;
    public const int MaxLength = 32;

    /// <summary>The different words: runs of letters and digits, in lower case, the first <see cref="MaxWords"/>, cut to <see cref="MaxLength"/>.</summary>
    public static ImmutableArray<string> Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var words = ImmutableArray.CreateBuilder<string>(2);
        var start = -1;
        for (var i = 0; i <= text.Length && words.Count < MaxWords; i++)
        {
            if (i < text.Length && IsOfWord(text, i))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start < 0) continue;
            var word = text.AsSpan(start, Math.Min(i - start, MaxLength)).ToString().ToLowerInvariant();
            if (!words.Contains(word)) words.Add(word);
            start = -1;
        }
        return words.DrainToImmutable();
    }

    /// <summary>Whether each of the words is the beginning of one of the name's; never where there are none.</summary>
    public static bool AreIn(string? name, ImmutableArray<string> words)
    {
        if (words.IsEmpty) return false;
        var own = Of(name);
        return words.All(word => own.Any(of => of.StartsWith(word, StringComparison.Ordinal)));
    }

    // Marks belong to the letter before them, and surrogates to letters and pictures beyond the first plane: nothing is cut inside of a character.
    static bool IsOfWord(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])
        || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
