using System.Globalization;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Telemetry;

/// <summary>
/// The server's processor time for a single check, or an execution, without Orleans' dashboard, with it, and while somebody looks at it: three servers, one
/// after the other in each round.
/// </summary>
static class DashboardCost
{
    const int Connections = 64;
    const int MostExecutionsPerSecond = 6_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var isOfExecutions = args is [_, _, "executions"];
        await using var off = await ServerProcess.StartAsync(("Dnc__Dashboard", "false"));
        await using var on = await ServerProcess.StartAsync(("Dnc__Dashboard", "true"));
        await using var seen = await ServerProcess.StartAsync(("Dnc__Dashboard", "true"));
        List<Side> sides = [];
        foreach (var (name, server) in new[] { ("off", off), ("on", on), ("looked at", seen) })
            sides.Add(new(name, isOfExecutions ? await ExecutionsAsync(server, (rounds + 1) * seconds) : await ChecksAsync(server), [], []));
        using var end = new CancellationTokenSource();
        var looking = LookAsync(seen, end.Token);
        foreach (var side in sides) await side.Measure(seconds);
        for (var round = 0; round < rounds; round++)
        {
            // Whoever is first in a round is so in turns.
            for (var i = 0; i < sides.Count; i++)
            {
                var side = sides[(round + i) % sides.Count];
                var (perSecond, cpu) = await side.Measure(seconds);
                side.Cpu.Add(cpu);
                side.PerSecond.Add(perSecond);
            }
        }
        await end.CancelAsync();
        await looking;
        foreach (var side in sides)
        {
            var ratio = Spread.Of(side.Cpu.Zip(sides[0].Cpu, (cpu, without) => cpu / without));
            Console.WriteLine($"{side.Name}: server CPU µs {Spread.Of(side.Cpu)}, to off {ratio}; a second {Spread.Of(side.PerSecond)}");
        }
        return 0;
    }

    static async Task<Measure> ChecksAsync(ServerProcess server)
    {
        await CheckLoad.ListAsync(server);
        return async seconds =>
        {
            var (result, cpu) = await CheckLoad.RunAsync(server, "/v1/contact-checks", seconds);
            if (result.Failed > 0) Console.WriteLine($"{result.Failed} failed");
            return (result.PerSecond, cpu);
        };
    }

    static async Task<Measure> ExecutionsAsync(ServerProcess server, int seconds)
    {
        var world = await BenchWorld.MakeAsync(server.Http);
        await BenchWorld.ImportAsync(server.Http, "/v1/leads/import", seconds * MostExecutionsPerSecond, world.LeadLine);
        var next = 0L;
        return async seconds =>
        {
            var cpu = server.Cpu;
            var result = await ExecutionLoad.RunAsync([server.Address], world, next, Connections, TimeSpan.FromSeconds(seconds));
            if (result.Failed > 0) Console.WriteLine($"{result.Failed} failed");
            next = result.Next;
            return (result.PerSecond, (server.Cpu - cpu).TotalMicroseconds / result.Requests);
        };
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

    /// <summary>A round of so many seconds.</summary>
    delegate Task<(double PerSecond, double CpuMicroseconds)> Measure(int seconds);

    sealed record Side(string Name, Measure Measure, List<double> Cpu, List<double> PerSecond);
}
