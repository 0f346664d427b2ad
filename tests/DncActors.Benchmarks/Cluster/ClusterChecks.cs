using System.Globalization;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Postgres;

namespace DncActors.Benchmarks.Cluster;

/// <summary>
/// What it costs not to be alone: the server's processor time of a single check on a node that is, and on each of three; and how much later an execution is
/// answered, one at a time.
/// </summary>
static class ClusterChecks
{
    const int NodesOfTheCluster = 3;
    const int MostExecutionsPerSecond = 2_000;
    const int WarmingSeconds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 4;
        await using var postgres = await MeasuredPostgres.StartAsync();
        var leads = ((rounds * seconds) + WarmingSeconds) * MostExecutionsPerSecond;
        await using var alone = await StartAsync(postgres, 1, leads);
        await using var cluster = await StartAsync(postgres, NodesOfTheCluster, leads);
        foreach (var node in alone.Nodes.All.Concat(cluster.Nodes.All)) await CheckLoad.RunAsync(node, Path, WarmingSeconds);
        await alone.ExecuteAsync(0, WarmingSeconds);
        await cluster.ExecuteAsync(0, WarmingSeconds);

        var checks = new List<(double Alone, double[] Cluster)>();
        var executions = new List<(WrkResult Alone, WrkResult Cluster)>();
        for (var round = 0; round < rounds; round++)
        {
            checks.Add(await CheckAsync(alone, cluster, seconds, aloneFirst: round % 2 == 0));
            var own = await alone.ExecuteAsync(0, seconds);
            executions.Add((own, await cluster.ExecuteAsync(round % NodesOfTheCluster, seconds)));
            Print(round, checks[^1], executions[^1]);
        }
        Print(checks);
        Print(executions);
        return 0;
    }

    const string Path = "/v1/contact-checks";

    static async Task<World> StartAsync(MeasuredPostgres postgres, int count, int leads)
    {
        var database = await postgres.CreateDatabaseAsync();
        var nodes = await Nodes.StartAsync(postgres.ConnectionString(database), count);
        var first = nodes.All[0];
        await CheckLoad.ListAsync(first);
        var world = await BenchWorld.MakeAsync(first.Http);
        await BenchWorld.ImportAsync(first.Http, "/v1/leads/import", leads, world.LeadLine);
        await MeasuredPostgres.SettleAsync(database);
        return new World(nodes, world);
    }

    static async Task<(double Alone, double[] Cluster)> CheckAsync(World alone, World cluster, int seconds, bool aloneFirst)
    {
        var own = aloneFirst ? await MeasureAsync(alone.Nodes.All[0], seconds) : 0;
        var each = new double[cluster.Nodes.All.Count];
        for (var i = 0; i < each.Length; i++) each[i] = await MeasureAsync(cluster.Nodes.All[i], seconds);
        return (aloneFirst ? own : await MeasureAsync(alone.Nodes.All[0], seconds), each);
    }

    static async Task<double> MeasureAsync(ServerProcess node, int seconds)
    {
        var (result, cpu) = await CheckLoad.RunAsync(node, Path, seconds);
        return result.Failed == 0 ? cpu : throw new InvalidOperationException($"{result.Failed} checks of {result.Requests} failed.");
    }

    static void Print(int round, (double Alone, double[] Cluster) checks, (WrkResult Alone, WrkResult Cluster) executions) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"round {round + 1}: a check, server CPU µs: alone {checks.Alone:N1}, ")
        + $"of three {string.Join(", ", checks.Cluster.Select(c => c.ToString("N1", CultureInfo.InvariantCulture)))}; "
        + $"an execution, p50/p99 ms: alone {Latency(executions.Alone)}, of three {Latency(executions.Cluster)}");

    static string Latency(WrkResult result) => string.Create(
        CultureInfo.InvariantCulture, $"{result.P50Milliseconds:N2}/{result.P99Milliseconds:N2}") + (result.Failed > 0 ? $" (failed {result.Failed})" : "");

    static void Print(List<(double Alone, double[] Cluster)> rounds)
    {
        Console.WriteLine($"a check, server CPU µs: alone {Spread.Of(rounds.Select(r => r.Alone))}");
        for (var i = 0; i < NodesOfTheCluster; i++)
        {
            Console.WriteLine($"  node {i + 1} of three {Spread.Of(rounds.Select(r => r.Cluster[i]))}, "
                + $"to the one alone, round by round: {Spread.Of(rounds.Select(r => r.Cluster[i] / r.Alone))}");
        }
    }

    static void Print(List<(WrkResult Alone, WrkResult Cluster)> rounds) => Console.WriteLine(
        $"an execution, one at a time, ms: alone p50 {Spread.Of(rounds.Select(r => r.Alone.P50Milliseconds))}, "
        + $"p99 {Spread.Of(rounds.Select(r => r.Alone.P99Milliseconds))}; of three p50 {Spread.Of(rounds.Select(r => r.Cluster.P50Milliseconds))}, "
        + $"p99 {Spread.Of(rounds.Select(r => r.Cluster.P99Milliseconds))}; "
        + $"added p50, round by round: {Spread.Of(rounds.Select(r => r.Cluster.P50Milliseconds - r.Alone.P50Milliseconds))}");

    sealed class World(Nodes nodes, BenchWorld world) : IAsyncDisposable
    {
        long _next;

        public Nodes Nodes => nodes;

        public async Task<WrkResult> ExecuteAsync(int node, int seconds)
        {
            var result = await ExecutionLoad.RunAsync([nodes.All[node].Address], world, _next, connections: 1, TimeSpan.FromSeconds(seconds));
            _next = result.Next;
            return result;
        }

        public ValueTask DisposeAsync() => nodes.DisposeAsync();
    }
}
