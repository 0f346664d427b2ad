using PhoneNumbers;

namespace DncActors.Domain.ContactPoints;

/// <summary>
/// Which international numbers the library is certain to read as themselves. It changes the digits after the calling code only where they match the
/// country's trunk prefix, and accepts by length alone; where the prefix is a plain alternative of digit strings, both can be known without it.
/// </summary>
internal static class CallingCodes
{
    private const int MaxCallingCode = 999;

    private static readonly Rule?[] _rules = new Rule?[MaxCallingCode + 1];
    private static readonly bool[] _known = Known();
    private static readonly ulong[] _powers = [.. Enumerable.Range(0, PhoneNumberText.MaxDigits + 1).Select(n => (ulong)Math.Pow(10, n))];

    /// <summary>True when the library reads <c>+number</c> as that number; false when it does not, or when only the library can say.</summary>
    /// <param name="number">The digits after the plus, not beginning with zero.</param>
    /// <param name="digits">How many they are, at most 15.</param>
    internal static bool IsCertain(ulong number, int digits)
    {
        for (var length = 1; length <= 3 && length < digits; length++)
        {
            var rest = digits - length;
            var (code, national) = Math.DivRem(number, _powers[rest]);
            if (!_known[code]) continue;
            // Two threads may build the same rule: both are equal, either may stay.
            var rule = _rules[code] ??= Rule.Of((int)code);
            return rule.IsCertain(firstDigit: (int)(national / _powers[rest - 1]), length: rest);
        }
        return false;
    }

    private static bool[] Known()
    {
        var known = new bool[MaxCallingCode + 1];
        foreach (var code in PhoneNumberUtil.GetInstance().GetSupportedCallingCodes()) known[code] = true;
        return known;
    }

    private sealed class Rule
    {
        private const int AllDigits = 0b11_1111_1111;

        private readonly int _lengths;
        private readonly int _prefixStarts;

        private Rule(int lengths, int prefixStarts)
        {
            _lengths = lengths;
            _prefixStarts = prefixStarts;
        }

        internal bool IsCertain(int firstDigit, int length) => (_lengths >> length & 1) != 0 && (_prefixStarts >> firstDigit & 1) == 0;

        internal static Rule Of(int code)
        {
            var library = PhoneNumberUtil.GetInstance();
            var region = library.GetRegionCodeForCountryCode(code);
            var metadata = region == PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY
                ? library.GetMetadataForNonGeographicalRegion(code)
                : library.GetMetadataForRegion(region);
            var lengths = 0;
            foreach (var length in metadata.GeneralDesc.PossibleLengthList)
                if (length is > 0 and <= PhoneNumberText.MaxDigits) lengths |= 1 << length;
            return new Rule(lengths, PrefixStarts(metadata.NationalPrefixForParsing));
        }

        /// <summary>The digits that a trunk prefix can begin with, as bits; all of them where it is more than digit strings and bars.</summary>
        private static int PrefixStarts(string? pattern)
        {
            if (string.IsNullOrEmpty(pattern)) return 0;
            if (!pattern.All(c => char.IsAsciiDigit(c) || c == '|') || pattern.Split('|').Any(prefix => prefix.Length == 0)) return AllDigits;
            return pattern.Split('|').Aggregate(0, (starts, prefix) => starts | 1 << prefix[0] - '0');
        }
    }
}
