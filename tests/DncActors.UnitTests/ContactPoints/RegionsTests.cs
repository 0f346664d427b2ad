using DncActors.Domain.ContactPoints;

namespace DncActors.UnitTests.ContactPoints;

public sealed class RegionsTests
{
    [Theory]
    [InlineData("US", true)]
    [InlineData("us", true)]
    [InlineData("GB", true)]
    [InlineData("AC", true)]
    [InlineData("XX", false)]
    [InlineData("ZZ", false)]
    [InlineData("001", false)]
    [InlineData("USA", false)]
    [InlineData("U", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("\0\0", false)]
    [InlineData("ＵＳ", false)]
    public void A_region_is_known_when_its_national_numbers_can_be_read(string? region, bool known) => Assert.Equal(known, Regions.IsKnown(region));

    [Fact]
    public void Every_listed_region_is_known()
    {
        Assert.True(Regions.All.Count > 200);
        Assert.All(Regions.All, region => Assert.True(Regions.IsKnown(region)));
    }
}
