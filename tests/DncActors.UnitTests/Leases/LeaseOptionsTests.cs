using DncActors.Grains.Leases;

namespace DncActors.UnitTests.Leases;

public sealed class LeaseOptionsTests
{
    [Fact]
    public void The_defaults_can_work() => Assert.Empty(LeaseOptionsRules.Check(new()));

    [Theory]
    [InlineData(0.9, 0.25, 1, 0.1, "Dnc__Lease__Length")]
    [InlineData(61, 0.25, 1, 0.1, "Dnc__Lease__Length")]
    [InlineData(3, 0.001, 1, 0.1, "Dnc__Lease__RenewEvery")]
    [InlineData(3, 0.25, 0.4, 0.1, "Dnc__Lease__PushPatience")]
    [InlineData(3, 0.25, 1, 0, "Dnc__Lease__DriftMargin")]
    [InlineData(3, 0.25, 1, double.NaN, "Dnc__Lease__DriftMargin")]
    public void What_cannot_work_is_named(double length, double renewEvery, double patience, double margin, string key)
    {
        var wrong = LeaseOptionsRules.Check(new()
        {
            Length = TimeSpan.FromSeconds(length),
            RenewEvery = TimeSpan.FromSeconds(renewEvery),
            PushPatience = TimeSpan.FromSeconds(patience),
            DriftMargin = margin,
        });

        Assert.StartsWith(key, Assert.Single(wrong), StringComparison.Ordinal);
    }
}
