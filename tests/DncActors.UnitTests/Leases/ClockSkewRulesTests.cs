using DncActors.Grains.Leases;

namespace DncActors.UnitTests.Leases;

public sealed class ClockSkewRulesTests
{
    [Theory]
    // Asked at 10,000 ms of the own clock and answered at 10,200.
    [InlineData(10_000, 0)]
    [InlineData(10_200, 0)]
    [InlineData(10_100, 0)]
    // Less than a millisecond is cut off by the database.
    [InlineData(9_999, 0)]
    [InlineData(7_999, 2_000)]
    [InlineData(12_200, -2_000)]
    public void What_lies_between_the_question_and_the_answer_is_no_difference(long database, double aheadBy) => Assert.Equal(
        aheadBy, ClockSkewRules.Ahead(At(10_000), At(10_200), database).TotalMilliseconds);

    static Moment At(long wall) => new(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(wall));
}
