using System.Globalization;
using System.Text;
using DncActors.Domain.ContactPoints;
using PhoneNumbers;

namespace DncActors.UnitTests.ContactPoints;

public sealed class PhoneEqualityTests
{
    private const int Chunks = 64;
    private const int PerChunk = 1_000_000 / Chunks;

    private static readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();

    [Fact]
    public void A_million_numbers_are_read_as_the_library_reads_them()
    {
        Assert.Equal(1_000_000, Chunks * PerChunk);
        var (read, unstable) = (0, 0);
        Parallel.For(0, Chunks, chunk =>
        {
            var texts = new PhoneTexts(seed: chunk);
            var bytes = new byte[64];
            for (var i = 0; i < PerChunk; i++)
            {
                var (text, region) = texts.Next();
                var expected = Library(text, region);
                var number = PhoneReader.TryReadNumber(text, region, out var digits, out var why) ? digits : 0;
                var fromUtf8 = PhoneReader.TryReadNumber(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), region, out var utf8Digits) ? utf8Digits : 0;
                if (number != expected && IsItself(expected)) Assert.Fail($"'{text}' in {region}: library {expected}, read {number} {why}");
                if (number != fromUtf8) Assert.Fail($"'{text}' in {region}: as UTF-16 {number}, as UTF-8 {fromUtf8}");
                if (number != 0) Interlocked.Increment(ref read);
                if (number != expected) Interlocked.Increment(ref unstable);
            }
        });
        // What the generator makes must be worth comparing: enough of both answers, and hardly any number that the library itself reads in two ways.
        Assert.InRange(read, 300_000, 800_000);
        Assert.InRange(unstable, 0, 5_000);
    }

    [Fact]
    public void No_country_has_numbers_shorter_than_what_is_refused_unread()
    {
        foreach (var code in _library.GetSupportedCallingCodes())
        {
            var region = _library.GetRegionCodeForCountryCode(code);
            var metadata = region == "001" ? _library.GetMetadataForNonGeographicalRegion(code) : _library.GetMetadataForRegion(region);
            Assert.InRange(metadata.GeneralDesc.PossibleLengthList.Min(), 3, 17);
        }
    }

    [Fact]
    public void Plain_numbers_cost_no_allocation()
    {
        string[] texts =
        [
            "+12025550123", "2025550123", "(202) 555-0123", "202-555-0123", "1-202-555-0123", "+1 (202) 555-0123", "+442079460958", "+49 171 1234567",
        ];
        var utf8 = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var sum = ReadAll(texts, utf8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += ReadAll(texts, utf8);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(0UL, sum);
    }

    private static ulong ReadAll(string[] texts, byte[][] utf8)
    {
        ulong sum = 0;
        foreach (var text in texts) sum += PhoneReader.TryReadNumber(text, "US", out var number, out _) ? number : 0;
        foreach (var text in utf8) sum += PhoneReader.TryReadNumber(text, "US", out var number) ? number : 0;
        return sum;
    }

    /// <summary>The digits of the library's E.164, or 0 where it finds no possible whole number of at most 15 digits.</summary>
    private static ulong Library(string text, string region)
    {
        try
        {
            var number = _library.Parse(text, region);
            if (_library.IsPossibleNumberWithReason(number) != PhoneNumberUtil.ValidationResult.IS_POSSIBLE) return 0;
            var e164 = _library.Format(number, PhoneNumberFormat.E164);
            return e164.Length <= 16 ? ulong.Parse(e164.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        }
        catch (NumberParseException)
        {
            return 0;
        }
    }

    /// <summary>Whether the library reads its own number as that number: only then is it the last word.</summary>
    private static bool IsItself(ulong number) => number == 0 || Library($"+{number}", "ZZ") == number;
}
