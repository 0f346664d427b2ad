using System.Collections.Frozen;
using PhoneNumbers;

namespace DncActors.Domain.ContactPoints;

/// <summary>The regions whose national phone numbers can be read: ISO 3166 codes of two letters, such as <c>US</c>; small letters are the same.</summary>
public static class Regions
{
    private const int LettersInAlphabet = 26;
    private const int NanpCallingCode = 1;

    private static readonly FrozenSet<string> _known = PhoneNumberUtil.GetInstance().GetSupportedRegions().ToFrozenSet(StringComparer.Ordinal);
    private static readonly bool[] _nanp = NanpTable();

    /// <summary>Every known region, in capitals.</summary>
    public static IReadOnlyCollection<string> All => _known;

    /// <summary>Whether national numbers can be read for this region. Null, empty and any text are fine to ask about.</summary>
    public static bool IsKnown(string? region) => ToKnown(region) is not null;

    /// <summary>The region in capitals, or null when it is not known.</summary>
    internal static string? ToKnown(string? region)
    {
        if (region is not { Length: 2 }) return null;
        if (_known.Contains(region)) return region;
        var upper = region.ToUpperInvariant();
        return _known.Contains(upper) ? upper : null;
    }

    /// <summary>Whether the region shares the North American numbering plan (+1). On the path of every check, hence a table.</summary>
    internal static bool IsNanp(string? region)
    {
        if (region is not { Length: 2 }) return false;
        var slot = Slot(region);
        return slot >= 0 && _nanp[slot];
    }

    private static bool[] NanpTable()
    {
        var table = new bool[LettersInAlphabet * LettersInAlphabet];
        foreach (var region in PhoneNumberUtil.GetInstance().GetRegionCodesForCountryCode(NanpCallingCode)) table[Slot(region)] = true;
        return table;
    }

    private static int Slot(string region)
    {
        var (first, second) = ((region[0] | 0x20) - 'a', (region[1] | 0x20) - 'a');
        return (uint)first < LettersInAlphabet && (uint)second < LettersInAlphabet ? first * LettersInAlphabet + second : -1;
    }
}
