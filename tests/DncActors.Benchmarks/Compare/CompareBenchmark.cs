using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Compare;

/// <summary>
/// The product beside what would be used without it: single checks, batches, and how long a check is waited for. Everybody answers the same questions about the
/// same list, in turns.
/// </summary>
static class CompareBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = CompareOptions.Read(args);
        await using var world = await CompareWorld.StartAsync(options);
        var checks = Asks(CompareOptions.Checks)
            ? await Contest.RunAsync("Single checks, 10 % blocked with their reasons", "checks", world.Checks(), options.Rounds, options.Seconds)
            : null;
        var batches = Asks(CompareOptions.Batches)
            ? await Contest.RunAsync("Batches of 10,000 phones, 10 % blocked", "phones", world.Batches(), options.Rounds, options.Seconds)
            : null;
        var latency = Asks(CompareOptions.Latency)
            ? await LatencyContest.RunAsync(world, await HalfOfTheMostAsync(world, checks, options), options.Rounds, options.Seconds)
            : null;
        checks?.Print();
        batches?.Print();
        latency?.Print();
        await BenchReport.WriteAsync(options.Json, options, new { checks, batches, latency });
        return 0;

        bool Asks(string part) => options.Only.Contains(part);
    }

    static async Task<int> HalfOfTheMostAsync(CompareWorld world, Contest? checks, CompareOptions options)
    {
        if (checks is not null) return (int)(Spread.Of(checks.Rows[0].Rounds.Select(r => r.PerSecond)).Median / 2);
        await CheckLoad.RunAsync(world.Ours, world.Listing, CompareWorld.WirePath, options.Seconds);
        await CheckLoad.RunAsync(world.Ours, world.Listing, CompareWorld.ChecksPath, options.Seconds);
        return (int)((await CheckLoad.RunAsync(world.Ours, world.Listing, CompareWorld.ChecksPath, options.Seconds)).Result.PerSecond / 2);
    }
}
