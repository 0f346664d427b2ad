using DncActors.Grains.Leases;

namespace DncActors.UnitTests.Leases;

public sealed class LeaseOptionsTests
{
    [Fact]
    public void The_defaults_can_work() => Assert.True(Validate(new()).Succeeded);

    [Theory]
    [InlineData(0.9, 0.25, 1, 0.1, "Dnc:Lease:Length")]
    [InlineData(61, 0.25, 1, 0.1, "Dnc:Lease:Length")]
    [InlineData(3, 0.001, 1, 0.1, "Dnc:Lease:RenewEvery")]
    [InlineData(3, 0.25, 0.4, 0.1, "Dnc:Lease:PushPatience")]
    [InlineData(3, 0.25, 1, 0, "Dnc:Lease:DriftMargin")]
    [InlineData(3, 0.25, 1, double.NaN, "Dnc:Lease:DriftMargin")]
    public void What_cannot_work_is_named(double length, double renewEvery, double patience, double margin, string key)
    {
        var result = Validate(new()
        {
            Length = TimeSpan.FromSeconds(length),
            RenewEvery = TimeSpan.FromSeconds(renewEvery),
            PushPatience = TimeSpan.FromSeconds(patience),
            DriftMargin = margin,
        });

        Assert.StartsWith(key, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    static Microsoft.Extensions.Options.ValidateOptionsResult Validate(LeaseOptions options) => new LeaseOptionsValidator().Validate(null, options);
}
