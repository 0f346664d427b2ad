using System.Collections.Frozen;
using System.Globalization;

namespace DncActors.Domain.ContactPoints;

/// <summary>What characters are made of and how marks are ordered: <c>UnicodeDecompositions.txt</c>, read when the first text outside ASCII comes.</summary>
internal static class UnicodeTable
{
    private static readonly FrozenDictionary<int, int[]> _canonical;
    private static readonly FrozenDictionary<int, int[]> _compatible;
    private static readonly FrozenDictionary<int, byte> _classes;
    private static readonly FrozenDictionary<(int First, int Second), int> _pairs;

    static UnicodeTable()
    {
        var (canonical, compatible) = (new Dictionary<int, int[]>(), new Dictionary<int, int[]>());
        var (classes, pairs) = (new Dictionary<int, byte>(), new Dictionary<(int, int), int>());
        foreach (var line in Lines())
        {
            var words = line.Split(' ');
            if (words[1] == "@")
            {
                foreach (var marked in Range(words[0])) classes.Add(marked, byte.Parse(words[2], CultureInfo.InvariantCulture));
                continue;
            }
            var (character, parts) = (Hex(words[0]), words[2..].Select(Hex).ToArray());
            (words[1] == "~" ? compatible : canonical).Add(character, parts);
            if (words[1] == "=") pairs.Add((parts[0], parts[1]), character);
        }
        (_canonical, _compatible, _classes, _pairs) =
            (canonical.ToFrozenDictionary(), compatible.ToFrozenDictionary(), classes.ToFrozenDictionary(), pairs.ToFrozenDictionary());
    }

    internal static bool TryGet(int character, bool compatible, out int[] parts) =>
        _canonical.TryGetValue(character, out parts!) || compatible && _compatible.TryGetValue(character, out parts!);

    internal static int Class(int character) => _classes.GetValueOrDefault(character);

    internal static bool TryCompose(int first, int second, out int composed) => _pairs.TryGetValue((first, second), out composed);

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(UnicodeTable).Assembly.GetManifestResourceStream("UnicodeDecompositions.txt")
            ?? throw new InvalidOperationException("The assembly was built without UnicodeDecompositions.txt.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) yield return line;
    }

    private static IEnumerable<int> Range(string range)
    {
        var first = Hex(range[..range.IndexOf('.', StringComparison.Ordinal)]);
        return Enumerable.Range(first, Hex(range[(range.LastIndexOf('.') + 1)..]) - first + 1);
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
