using System.Diagnostics;
using System.Globalization;
using DncActors.Benchmarks.Cluster;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.OpenLoop;
using DncActors.Benchmarks.Postgres;

namespace DncActors.Benchmarks.Imports;

/// <summary>
/// What checks and executions at a fixed rate are waited for, alone and beside an import that never ends, in turn on the same server; and how long a chunk of
/// it holds up whoever commits behind it.
/// </summary>
static class BesideImport
{
    const int ChecksPerSecond = 5_000;
    const int ExecutionsPerSecond = 50;

    /// <summary>Of one request; the next follows at once.</summary>
    const int Lines = 50_000;

    /// <summary>The generator of the checks warms up for two seconds of its own, and starts as a process.</summary>
    const int Around = 4;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var engine = args.Length > 2 ? args[2] : "both";
        if (engine is not "postgres")
        {
            await using var server = await ServerProcess.StartAsync();
            await MeasureAsync("SQLite", server, rounds, seconds);
        }
        if (engine is "sqlite") return 0;
        await using var postgres = await MeasuredPostgres.StartAsync();
        var database = await postgres.CreateDatabaseAsync();
        await MeasuredPostgres.FillLogAsync(database);
        await using var node = await ServerProcess.StartNodeAsync(postgres.ConnectionString(database));
        await MeasureAsync("PostgreSQL", node, rounds, seconds);
        return 0;
    }

    static async Task MeasureAsync(string name, ServerProcess server, int rounds, int seconds)
    {
        var world = await BenchWorld.MakeAsync(server.Http);
        var leads = ExecutionsPerSecond * 2 * (rounds + 1) * (seconds + Around);
        await BenchWorld.ImportAsync(server.Http, "/v1/leads/import", leads, world.LeadLine);
        var listing = new Listing(Listing.DefaultAsked, Listing.DefaultAsked);
        await listing.ImportAsync(server);
        var executions = new SteadyExecutions(world, ExecutionsPerSecond, TimeProvider.System);

        var (alone, beside) = (new List<Turn>(), new List<Turn>());
        var (began, imported) = (await WrittenGroups.OfAsync(server), 0L);
        // The first pair warms the server up.
        for (var round = 0; round <= rounds; round++)
        {
            alone.Add(await TurnAsync(server, listing, executions, seconds));
            using var end = new CancellationTokenSource();
            var importing = ImportAsync(server, imported, end.Token);
            beside.Add(await TurnAsync(server, listing, executions, seconds));
            await end.CancelAsync();
            var (lines, took) = await importing;
            imported += lines;
            beside[^1] = beside[^1] with { LinesPerSecond = lines / took.TotalSeconds };
            if (round > 0) continue;
            alone.Clear();
            beside.Clear();
            began = await WrittenGroups.OfAsync(server);
        }
        Print(name, alone, beside, await WrittenGroups.OfAsync(server) - began);
    }

    static async Task<Turn> TurnAsync(ServerProcess server, Listing listing, SteadyExecutions executions, int seconds)
    {
        var executing = executions.RunAsync([server], TimeSpan.FromSeconds(seconds + 2), TimeSpan.MaxValue, () => Task.CompletedTask);
        var checks = await OpenLoopLoad.RunAsync(server, listing, "/v1/contact-checks", ChecksPerSecond, seconds);
        await executing;
        return new(checks, [.. executions.Done.Select(e => e.Waited.TotalMilliseconds).Order()], executions.TriedAgain.Values.Sum(), 0);
    }

    static async Task<(long Lines, TimeSpan Took)> ImportAsync(ServerProcess server, long first, CancellationToken end)
    {
        var began = Stopwatch.GetTimestamp();
        var lines = 0L;
        while (!end.IsCancellationRequested)
        {
            var next = (int)(first + lines);
            await BenchWorld.ImportAsync(server.Http, "/v1/dnc/entries/import", Lines, i => BenchWorld.EntryLine(next + i));
            lines += Lines;
        }
        return (lines, Stopwatch.GetElapsedTime(began));
    }

    static void Print(string name, List<Turn> alone, List<Turn> beside, WrittenGroups groups)
    {
        Console.WriteLine($"{name}: checks at {ChecksPerSecond:N0}/s, executions at {ExecutionsPerSecond}/s, {alone.Count} rounds");
        foreach (var (what, turns) in new[] { ("alone", alone), ("beside an import", beside) })
        {
            Console.WriteLine($"  {what}: a check, ms, p50 {Of(turns, t => t.Checks.P50 / 1_000)}, p99 {Of(turns, t => t.Checks.P99 / 1_000)}, "
                + $"of it sent late {Of(turns, t => t.Checks.SentLateP99 / 1_000)}; an execution p50 {Of(turns, t => t.Execution(0.5))}, "
                + $"p99 {Of(turns, t => t.Execution(0.99))}; not answered {turns.Sum(t => t.Checks.Failed)}, tried again {turns.Sum(t => t.TriedAgain)}");
        }
        Console.WriteLine($"  p99 of a check beside it to alone, round by round: {Ratio(alone, beside, t => t.Checks.P99)}; "
            + $"of an execution {Ratio(alone, beside, t => t.Execution(0.99))}; lines/s {Of(beside, t => t.LinesPerSecond)}; {groups}");
    }

    static Spread Of(List<Turn> turns, Func<Turn, double> figure) => Spread.Of(turns.Select(figure));

    static Spread Ratio(List<Turn> alone, List<Turn> beside, Func<Turn, double> figure) => Spread.Of(alone.Zip(beside, (a, b) => figure(b) / figure(a)));

    /// <param name="Executions">What each was waited for, in milliseconds, the shortest first.</param>
    sealed record Turn(OpenLoopResult Checks, double[] Executions, int TriedAgain, double LinesPerSecond)
    {
        public double Execution(double part) => Executions[Math.Min(Executions.Length - 1, (int)(Executions.Length * part))];
    }

    /// <summary>What the server wrote, the chunks of the import apart from everything else.</summary>
    sealed record WrittenGroups(Groups Chunks, Groups Others)
    {
        public static async Task<WrittenGroups> OfAsync(ServerProcess server)
        {
            var lines = (await server.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n');
            return new(Groups.Of(lines, "chunk"), Groups.Of(lines, "commits"));
        }

        public static WrittenGroups operator -(WrittenGroups now, WrittenGroups before) => new(now.Chunks - before.Chunks, now.Others - before.Others);

        public override string ToString() => $"chunks: {Chunks}; other groups: {Others}";
    }

    sealed record Groups(double All, double Within25, double Within50)
    {
        const string Metric = "dnc_ledger_group_duration_seconds";

        public static Groups Of(string[] lines, string kind)
        {
            var own = lines.Where(line => line.Contains($"kind=\"{kind}\"", StringComparison.Ordinal)).ToList();
            return new(Value($"{Metric}_count"), Value($"{Metric}_bucket", "le=\"0.025\""), Value($"{Metric}_bucket", "le=\"0.05\""));

            double Value(string name, string label = "") => own
                .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
                .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
        }

        public static Groups operator -(Groups now, Groups before) =>
            new(now.All - before.All, now.Within25 - before.Within25, now.Within50 - before.Within50);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{All:N0} written, {All - Within25:N0} took over 25 ms, {All - Within50:N0} over 50 ms");
    }
}
