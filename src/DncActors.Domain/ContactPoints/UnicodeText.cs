using System.Text;

namespace DncActors.Domain.ContactPoints;

/// <summary>
/// Unicode's normal forms. The runtime has none under invariant globalization (it returns the text as it is, silently), under which the engine runs, so that
/// one address gets one spelling whatever the machine has installed.
/// </summary>
internal static class UnicodeText
{
    /// <summary>Lower-casing and composing can each undo a little of the other; real text is stable after two rounds.</summary>
    private const int MaxRounds = 4;

    /// <summary>The composed form: é as one character however it was typed.</summary>
    internal static string Nfc(string text) => Ascii.IsValid(text) ? text : Compose(Decompose(text, compatible: false));

    /// <summary>The composed form with look-alikes replaced (ligatures, circled and mathematical letters): what domain names are mapped by.</summary>
    internal static string Nfkc(string text) => Ascii.IsValid(text) ? text : Compose(Decompose(text, compatible: true));

    /// <summary>The text in lower case and in a normal form at once.</summary>
    internal static string Lower(string text, Func<string, string> form)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var next = form(text.ToLowerInvariant());
            if (next == text) break;
            text = next;
        }
        return text;
    }

    private static List<int> Decompose(string text, bool compatible)
    {
        var parts = new List<int>(text.Length * 2);
        foreach (var rune in text.EnumerateRunes()) Append(parts, rune.Value, compatible);
        Order(parts);
        return parts;
    }

    private static void Append(List<int> parts, int character, bool compatible)
    {
        if (Hangul.TryDecompose(character, parts)) return;
        if (!UnicodeTable.TryGet(character, compatible, out var made)) parts.Add(character);
        else foreach (var part in made) Append(parts, part, compatible);
    }

    /// <summary>Marks between two letters go in the order of their classes, those of one class stay as they came.</summary>
    private static void Order(List<int> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            var mark = UnicodeTable.Class(parts[i]);
            if (mark == 0) continue;
            for (var j = i; j > 0 && UnicodeTable.Class(parts[j - 1]) > mark; j--) (parts[j - 1], parts[j]) = (parts[j], parts[j - 1]);
        }
    }

    private static string Compose(List<int> parts)
    {
        var (starter, lastClass, kept) = (-1, -1, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            var character = parts[i];
            var mark = UnicodeTable.Class(character);
            // A mark of the same or a higher class between this one and the letter keeps them apart.
            if (starter >= 0 && lastClass < mark && TryCompose(parts[starter], character, out var composed))
            {
                parts[starter] = composed;
                continue;
            }
            if (mark == 0) (starter, lastClass) = (kept, -1);
            else lastClass = mark;
            parts[kept++] = character;
        }
        var text = new StringBuilder(kept);
        for (var i = 0; i < kept; i++) text.Append(new Rune(parts[i]).ToString());
        return text.ToString();
    }

    private static bool TryCompose(int first, int second, out int composed) =>
        Hangul.TryCompose(first, second, out composed) || UnicodeTable.TryCompose(first, second, out composed);
}
