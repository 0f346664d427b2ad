using System.Globalization;
using DncActors.Benchmarks.Cluster;
using DncActors.Benchmarks.GrainPeer;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Peer;
using DncActors.TestServers.Postgres;

namespace DncActors.Benchmarks.Postgres;

/// <summary>
/// Executions a second on PostgreSQL, acknowledged and durable, each on a lead that was never touched before; beside them the peer, on a database of its own in
/// the same server, round by round.
/// </summary>
static class PostgresExecutions
{
    /// <summary>Of either; there must be leads for all of it.</summary>
    const int MostPerSecond = 10_000;

    /// <summary>The compiler has come to its last word on a path after some tens of thousands of calls; a busy machine takes long to make them.</summary>
    const int WarmingExecutions = 60_000;
    const int WarmingSeconds = 3;
    const int MostWarmings = 30;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = PostgresExecutionsOptions.Read(args);
        Console.WriteLine(options);
        await using var postgres = await MeasuredPostgres.StartAsync(options.RoundTrip, options.Standby);
        var database = await postgres.CreateDatabaseAsync();
        await MeasuredPostgres.FillMemoryAsync(database);
        var leads = ((((options.Rounds * options.Seconds) + WarmingSeconds) * options.Connections.Length) + WarmingSeconds) * MostPerSecond
            + WarmingExecutions;
        var world = await FillAsync(database, leads, options.Groups);
        var copy = await PeerDatabase.CopyAsync(database);
        // A standby would need as many of its own, and the time to make them.
        if (!options.Standby) await MeasuredPostgres.FillLogAsync(copy);
        await MeasuredPostgres.SettleAsync(copy);

        await using var nodes = await Nodes.StartAsync(postgres.ConnectionString(database), options.Nodes, options.With);
        await using var other = await StartOtherAsync(postgres.ConnectionString(copy), world, options);
        var (ours, theirs) = (new Side("ours", postgres, database, nodes.All, world), new Side(options.OtherName, postgres, copy, [other], world));
        await WarmAsync(ours, options.Connections[0]);
        await WarmAsync(theirs, options.Connections[0]);
        foreach (var connections in options.Connections) await CompareAsync(ours, theirs, connections, options, leads);
        await CountAsync("ours", ours);
        await CountAsync(options.OtherName, theirs, options.Grains);
        return 0;
    }

    static Task<ServerProcess> StartOtherAsync(string connectionString, BenchWorld world, PostgresExecutionsOptions options) =>
        options.Against is { } program ? ServerProcess.StartNodeOfAsync(program, connectionString)
        : options.Grains ? GrainPeerServer.StartAsync(connectionString, options.Pool)
        : PeerServer.StartAsync(connectionString, world, options.Pool, options.Trips);

    /// <summary>By a node of its own and without the wire, however the others connect.</summary>
    static async Task<BenchWorld> FillAsync(PostgresDatabase database, int leads, int groups)
    {
        await using var node = await ServerProcess.StartNodeAsync(database.ConnectionString);
        var world = await BenchWorld.MakeAsync(node.Http, groups);
        await BenchWorld.ImportAsync(node.Http, "/v1/leads/import", leads, world.LeadLine);
        await node.StopAsync();
        await MeasuredPostgres.SettleAsync(database);
        return world;
    }

    static async Task WarmAsync(Side side, int connections)
    {
        for (var i = 0; i < MostWarmings && side.Answered < WarmingExecutions; i++) await side.RunAsync(connections, WarmingSeconds);
    }

    static async Task CompareAsync(Side ours, Side theirs, int connections, PostgresExecutionsOptions options, int leads)
    {
        await ours.RunAsync(connections, WarmingSeconds);
        await theirs.RunAsync(connections, WarmingSeconds);
        var rounds = new List<(Side.Round Ours, Side.Round Theirs)>();
        for (var round = 0; round < options.Rounds; round++)
        {
            // Whoever goes first comes right behind a round of its own, and has a few per cent less: they take turns.
            var first = await (round % 2 == 0 ? ours : theirs).RunAsync(connections, options.Seconds);
            var second = await (round % 2 == 0 ? theirs : ours).RunAsync(connections, options.Seconds);
            rounds.Add(round % 2 == 0 ? (first, second) : (second, first));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{connections} connections, round {round + 1}: {rounds[^1].Ours}; {rounds[^1].Theirs}; ratio {Ratio(rounds[^1]):N2}"));
            if (Math.Max(ours.Next, theirs.Next) > leads) throw new InvalidOperationException($"Only {leads} leads: the figures would count refusals.");
        }
        Print("ours", [.. rounds.Select(r => r.Ours)]);
        Print(options.OtherName, [.. rounds.Select(r => r.Theirs)]);
        Console.WriteLine($"{connections} connections, ours to the {options.OtherName}'s, round by round: {Spread.Of(rounds.Select(Ratio))}");
        if (options.Against is not null)
        {
            Console.WriteLine(
                $"{connections} connections, ours beside the other: {Difference.Of(rounds.Select(Ratio))} executions a second, "
                + $"{Difference.Of(rounds.Select(r => r.Ours.ServerCpu / r.Theirs.ServerCpu))} of the node's processor for each, "
                + $"{Difference.Of(rounds.Select(r => r.Ours.DatabaseCpu / r.Theirs.DatabaseCpu))} of PostgreSQL's");
        }

        void Print(string name, Side.Round[] of) => Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{connections} connections, {name}/s: {Spread.Of(of.Select(r => r.Result.PerSecond))}; ")
            + $"p50 ms {Spread.Of(of.Select(r => r.Result.P50Milliseconds))}, p99 ms {Spread.Of(of.Select(r => r.Result.P99Milliseconds))}; "
            + $"CPU µs: server {Spread.Of(of.Select(r => r.ServerCpu))}, PostgreSQL {Spread.Of(of.Select(r => r.DatabaseCpu))}; "
            + $"failed {of.Sum(r => r.Result.Failed)}");
    }

    static double Ratio((Side.Round Ours, Side.Round Theirs) round) => round.Ours.Result.PerSecond / round.Theirs.Result.PerSecond;

    static async Task CountAsync(string name, Side side, bool grains = false)
    {
        var counted = grains ? await MeasuredPostgres.CountKeptLeadsAsync(side.Database) : await MeasuredPostgres.CountExecutionsAsync(side.Database);
        // wrk leaves without the answers to its last requests: those are counted in the database alone.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {side.Answered:N0} answered, {counted:N0} in the database"));
        if (counted < side.Answered) throw new InvalidOperationException($"{name} has answered for more executions than there are.");
    }
}
