using System.Globalization;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Postgres;

namespace DncActors.Benchmarks.Cluster;

/// <summary>
/// Single checks through a gateway, which asks one, two or three nodes for its clients, beside the same checks at a node: how many a second, and the
/// processor time of all processes that take part.
/// </summary>
static class GatewayChecksBenchmark
{
    const string Path = "/v1/contact-checks";
    const int WarmingSeconds = 12;
    const int Most = 3;

    /// <summary>What many dialers have open together: the more ask at once, the more go to a silo in one message.</summary>
    static readonly int[] _connections = [64, 256];

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 4;
        await using var postgres = await MeasuredPostgres.StartAsync();
        for (var count = 1; count <= Most; count++)
        {
            var connection = postgres.ConnectionString(await postgres.CreateDatabaseAsync());
            await using var nodes = await Nodes.StartAsync(connection, count);
            await CheckLoad.ListAsync(nodes.All[0]);
            await using var gateway = await ServerProcess.StartGatewayAsync(connection);
            foreach (var connections in _connections) await CompareAsync(nodes, gateway, connections, rounds, seconds);
        }
        return 0;
    }

    static async Task CompareAsync(Nodes nodes, ServerProcess gateway, int connections, int rounds, int seconds)
    {
        await MeasureAsync(nodes, nodes.All[0], connections, WarmingSeconds);
        await MeasureAsync(nodes, gateway, connections, WarmingSeconds);
        List<(double PerSecond, double Cpu)> direct = [], through = [];
        for (var round = 0; round < rounds; round++)
        {
            var first = round % 2 == 0;
            if (first) direct.Add(await MeasureAsync(nodes, nodes.All[0], connections, seconds));
            through.Add(await MeasureAsync(nodes, gateway, connections, seconds));
            if (!first) direct.Add(await MeasureAsync(nodes, nodes.All[0], connections, seconds));
        }
        Console.WriteLine($"{nodes.All.Count} nodes, {connections} connections: at a node {Say(direct)}; through a gateway {Say(through)}");
        Console.WriteLine(
            $"  gateway to node: checks/s {Spread.Of(through.Zip(direct, (t, d) => t.PerSecond / d.PerSecond))}, "
            + $"CPU of all processes {Spread.Of(through.Zip(direct, (t, d) => t.Cpu / d.Cpu))}");

        async Task<(double PerSecond, double Cpu)> MeasureAsync(Nodes all, ServerProcess asked, int open, int length)
        {
            var before = Cpu(all);
            var (result, _) = await CheckLoad.RunAsync(asked, Path, length, open);
            if (result.Failed > 0) Console.WriteLine($"{result.Failed} of {result.Requests} failed");
            return (result.PerSecond, (Cpu(all) - before).TotalMicroseconds / result.Requests);
        }

        TimeSpan Cpu(Nodes all) => all.All.Append(gateway).Aggregate(TimeSpan.Zero, (sum, process) => sum + process.Cpu);
    }

    static string Say(List<(double PerSecond, double Cpu)> rounds) =>
        $"{Spread.Of(rounds.Select(r => r.PerSecond))}/s, {Spread.Of(rounds.Select(r => r.Cpu))} µs";
}
