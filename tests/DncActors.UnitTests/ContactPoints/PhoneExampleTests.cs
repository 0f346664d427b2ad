using DncActors.Domain.ContactPoints;
using PhoneNumbers;

namespace DncActors.UnitTests.ContactPoints;

public sealed class PhoneExampleTests
{
    private static readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();

    /// <summary>Reading until stable never changes a valid number: every region's example of every kind of line, in every way to write it.</summary>
    [Fact]
    public void Every_regions_example_numbers_are_read_as_they_are_in_every_format()
    {
        var compared = 0;
        foreach (var (region, number) in Examples())
        {
            var expected = _library.Format(number, PhoneNumberFormat.E164);
            foreach (var format in Enum.GetValues<PhoneNumberFormat>())
            {
                Assert.True(PhoneReader.TryRead(_library.Format(number, format), region, out var point, out var why), $"{region} {expected} {format}: {why}");
                Assert.Equal(expected, point.Value);
                compared++;
            }
        }
        Assert.True(compared > 5_000);
    }

    /// <summary>Numbers that can be dialled without an area code only (Canada's 310-1234) are refused like all local ones.</summary>
    private static IEnumerable<(string Region, PhoneNumber Number)> Examples() =>
        from region in Regions.All
        from kind in Enum.GetValues<PhoneNumberType>()
        let number = _library.GetExampleNumberForType(region, kind)
        where number is not null && _library.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
        select (region, number);
}
