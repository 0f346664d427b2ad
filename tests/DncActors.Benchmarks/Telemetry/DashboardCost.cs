using System.Globalization;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Telemetry;

/// <summary>
/// The server's processor time for a single check without Orleans' dashboard, with it (as it is by itself), and while somebody looks at it: three servers, one
/// after the other in each round.
/// </summary>
static class DashboardCost
{
    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        await using var off = await ServerProcess.StartAsync(("Dnc__Dashboard", "false"));
        await using var byDefault = await ServerProcess.StartAsync();
        await using var seen = await ServerProcess.StartAsync();
        (string Name, ServerProcess Server, List<double> Cpu, List<double> PerSecond)[] sides =
            [("off", off, [], []), ("by default", byDefault, [], []), ("looked at", seen, [], [])];
        foreach (var side in sides)
        {
            await CheckLoad.ListAsync(side.Server);
            await CheckLoad.RunAsync(side.Server, "/v1/contact-checks", seconds: 3);
        }
        using var end = new CancellationTokenSource();
        var looking = LookAsync(seen, end.Token);
        for (var round = 0; round < rounds; round++)
        {
            // Whoever is first in a round is so in turns.
            for (var i = 0; i < sides.Length; i++)
            {
                var side = sides[(round + i) % sides.Length];
                var (result, cpu) = await CheckLoad.RunAsync(side.Server, "/v1/contact-checks", seconds);
                if (result.Failed > 0) Console.WriteLine($"{side.Name}: {result.Failed} failed");
                side.Cpu.Add(cpu);
                side.PerSecond.Add(result.PerSecond);
            }
        }
        await end.CancelAsync();
        await looking;
        foreach (var side in sides)
        {
            var ratio = Spread.Of(side.Cpu.Zip(sides[0].Cpu, (cpu, without) => cpu / without));
            Console.WriteLine($"{side.Name}: server CPU µs {Spread.Of(side.Cpu)}, to off {ratio}; checks/s {Spread.Of(side.PerSecond)}");
        }
        return 0;
    }

    /// <summary>Asks as its page does, every second.</summary>
    static async Task LookAsync(ServerProcess server, CancellationToken end)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await ticks.WaitForNextTickAsync(end)) await server.Http.GetStringAsync("/dashboard/orleans/DashboardCounters", end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
    }
}
