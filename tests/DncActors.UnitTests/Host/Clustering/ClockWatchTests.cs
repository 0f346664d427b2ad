using DncActors.Host.Clustering;

namespace DncActors.UnitTests.Host.Clustering;

public sealed class ClockWatchTests
{
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 3_600, false)]
    [InlineData(10, 0, false)]
    [InlineData(11, 0, true)]
    [InlineData(3_600, 0, true)]
    [InlineData(0, -3_600, true)]
    public void Only_a_clock_that_is_set_back_far_ends_the_process(int latest, int offset, bool isSetBack) =>
        Assert.Equal(isSetBack, ClockWatch.IsSetBack(TimeSpan.FromSeconds(latest), TimeSpan.FromSeconds(offset)));
}
