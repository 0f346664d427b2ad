namespace DncActors.ClusterTests.Alerts;

/// <summary>What callers do, or leave.</summary>
static class CallerFaults
{
    public static IEnumerable<AlertFault> All =>
    [
        new("nobody checks anything any more", "somebody does", "ChecksStopped")
        {
            Make = world => SetChecksAsync(world, false),
            Heal = world => SetChecksAsync(world, true),
        },
        new("somebody asks with a key that nobody has, ten times a second", "they stop", "AuthenticationFailures")
        {
            Keep = async (world, enough) =>
            {
                using var nobody = world.First.Api.As("dnc_nobody-has-this-key");
                await Passing.AgainAsync(TimeSpan.FromMilliseconds(100), () => nobody.GetAsync("/v1/organization"), enough);
            },
        },
    ];

    static Task SetChecksAsync(AlertWorld world, bool on)
    {
        world.Load.Checks = on;
        return Task.CompletedTask;
    }
}
