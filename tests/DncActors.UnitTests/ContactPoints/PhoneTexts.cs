using System.Globalization;
using System.Text;
using DncActors.Domain.ContactPoints;
using PhoneNumbers;

namespace DncActors.UnitTests.ContactPoints;

/// <summary>Phone texts by the million from a seed: right and wrong lengths, with and without codes, prefixes and separators, of every country.</summary>
internal sealed class PhoneTexts(int seed)
{
    private static readonly int[] _callingCodes = [.. PhoneNumberUtil.GetInstance().GetSupportedCallingCodes().Order()];
    private static readonly string[] _nanpRegions = [.. PhoneNumberUtil.GetInstance().GetRegionCodesForCountryCode(1)];
    private static readonly string[] _regions = [.. Regions.All.Order(StringComparer.Ordinal)];
    private static readonly string[] _separators = ["-", " ", ".", "(", ")", ") ", " (", "--", "  ", ". "];
    private static readonly string[] _marks = ["+", "/", "#", "*", "x", ",", ";", "~", "[", "]", " x", "A", "ext"];
    private static readonly string[] _trunkPrefixes = ["0", "1", "8", "00", "01", "011", "06", "15", "(0)"];

    private static readonly string[] _nanpFormats =
    [
        "({0}) {1}-{2}", "{0}-{1}-{2}", "{0}.{1}.{2}", "{0} {1} {2}",
        "1-{0}-{1}-{2}", "1 ({0}) {1}-{2}", "+1 ({0}) {1}-{2}", "+1.{0}.{1}.{2}",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    /// <summary>A text and the region to read it in: mostly a North American one, sometimes any, sometimes none.</summary>
    internal (string Text, string Region) Next()
    {
        _text.Clear();
        switch (_random.Next(8))
        {
            case 0: _text.Append("+1").Append(Digits(10)); break;
            case 1: _text.Append(Digits(10)); break;
            case 2: AppendNanp(); break;
            case 3: _text.Append('1').Append(Digits(_random.Next(9, 12))); break;
            case 4: AppendAnyLength(); break;
            case 5: AppendInternational(maxDigits: 16); break;
            case 6: AppendInternational(maxDigits: 11); break;
            default: AppendSeparated(); break;
        }
        return (_text.ToString(), Region());
    }

    private void AppendNanp()
    {
        var (area, exchange, line) = (Digits(3), Digits(3), Digits(4));
        _text.AppendFormat(CultureInfo.InvariantCulture, _nanpFormats[_random.Next(_nanpFormats.Length)], area, exchange, line);
    }

    private void AppendAnyLength()
    {
        if (_random.Next(2) == 0) _text.Append('+');
        _text.Append(Digits(_random.Next(0, 20)));
    }

    private void AppendInternational(int maxDigits)
    {
        _text.Append('+').Append(_callingCodes[_random.Next(_callingCodes.Length)]);
        if (_random.Next(3) == 0) _text.Append(_trunkPrefixes[_random.Next(_trunkPrefixes.Length)]);
        _text.Append(Digits(_random.Next(1, maxDigits)));
    }

    private void AppendSeparated()
    {
        var plus = _random.Next(3);
        if (plus == 0) _text.Append(Separator()).Append('+');
        if (plus < 2 && _random.Next(2) == 0) _text.Append('1');
        for (var i = _random.Next(1, 14); i > 0; i--) _text.Append(Separator()).Append(Digits(1));
        _text.Append(Separator());
    }

    private string Separator() => _random.Next(36) switch
    {
        0 => _marks[_random.Next(_marks.Length)],
        < 12 => _separators[_random.Next(_separators.Length)],
        _ => "",
    };

    private string Digits(int count) => string.Create(count, _random, (span, random) =>
    {
        foreach (ref var c in span) c = (char)('0' + random.Next(10));
    });

    private string Region() => _random.Next(8) switch
    {
        0 => _regions[_random.Next(_regions.Length)],
        1 => "US",
        2 => "XX",
        _ => _nanpRegions[_random.Next(_nanpRegions.Length)],
    };
}
