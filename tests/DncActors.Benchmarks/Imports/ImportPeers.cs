using System.Diagnostics;
using System.Globalization;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Postgres;

namespace DncActors.Benchmarks.Imports;

/// <summary>
/// An import of entries beside the least that could write the same rows: a raw COPY on PostgreSQL, a bare prepared loop on SQLite. Each round has stores of its
/// own, and a server that has compiled what it runs: the rest of the rows are those that it was warmed with.
/// </summary>
static class ImportPeers
{
    const string Path = "/v1/dnc/entries/import";

    /// <summary>With a fifth of it the compiler was still at work in the first seconds of what is measured.</summary>
    const int WarmingLines = 500_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var lines = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
        var (loop, copy) = (new List<(double Ours, double Theirs)>(), new List<(double Ours, double Theirs)>());
        for (var round = 0; round < rounds; round++)
        {
            loop.Add(await OnSqliteAsync(lines));
            copy.Add(await OnPostgresAsync(lines));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines:N0} entries, {rounds} rounds"));
        Print("SQLite, a bare prepared loop", loop);
        Print("PostgreSQL, a raw COPY", copy);
        return 0;
    }

    /// <summary>Lines a second, either way.</summary>
    static async Task<(double Ours, double Theirs)> OnSqliteAsync(int lines)
    {
        await using var server = await ServerProcess.StartAsync();
        var ours = await ImportAsync(server, lines);
        await server.StopAsync();
        return (ours, Rate(lines + WarmingLines, PreparedLoop.Measure(System.IO.Path.Combine(server.DataDirectory, "data", "dnc.db"))));
    }

    static async Task<(double Ours, double Theirs)> OnPostgresAsync(int lines)
    {
        await using var postgres = await MeasuredPostgres.StartAsync();
        var database = await postgres.CreateDatabaseAsync();
        await MeasuredPostgres.FillLogAsync(database);
        double ours;
        await using (var server = await ServerProcess.StartNodeAsync(postgres.ConnectionString(database)))
        {
            ours = await ImportAsync(server, lines);
            await server.StopAsync();
        }
        var theirs = await RawCopy.MeasureAsync(database, await database.Server.CreateDatabaseAsync(database.Name));
        return (ours, Rate(lines + WarmingLines, theirs));
    }

    static async Task<double> ImportAsync(ServerProcess server, int lines)
    {
        await BenchWorld.ImportAsync(server.Http, Path, WarmingLines, i => BenchWorld.EntryLine(lines + i));
        var began = Stopwatch.GetTimestamp();
        await BenchWorld.ImportAsync(server.Http, Path, lines, BenchWorld.EntryLine);
        return Rate(lines, Stopwatch.GetElapsedTime(began));
    }

    static double Rate(int lines, TimeSpan took) => lines / took.TotalSeconds;

    static void Print(string what, List<(double Ours, double Theirs)> rounds) => Console.WriteLine(
        $"{what}: ours {Spread.Of(rounds.Select(r => r.Ours))}/s, theirs {Spread.Of(rounds.Select(r => r.Theirs))}/s, "
        + $"ours to it {Spread.Of(rounds.Select(r => r.Ours / r.Theirs))}");
}
