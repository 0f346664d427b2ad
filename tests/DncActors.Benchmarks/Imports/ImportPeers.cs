using System.Diagnostics;
using System.Globalization;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Postgres;

namespace DncActors.Benchmarks.Imports;

/// <summary>
/// An import of entries beside the least that could write the same rows: a raw COPY on PostgreSQL, a bare prepared loop on SQLite. Each round has stores of its
/// own.
/// </summary>
static class ImportPeers
{
    const string Path = "/v1/dnc/entries/import";

    public static async Task<int> RunAsync(string[] args)
    {
        var lines = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
        var (loop, copy) = (new List<(TimeSpan Ours, TimeSpan Theirs)>(), new List<(TimeSpan Ours, TimeSpan Theirs)>());
        for (var round = 0; round < rounds; round++)
        {
            loop.Add(await OnSqliteAsync(lines));
            copy.Add(await OnPostgresAsync(lines));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines:N0} entries, {rounds} rounds"));
        Print("SQLite, a bare prepared loop", lines, loop);
        Print("PostgreSQL, a raw COPY", lines, copy);
        return 0;
    }

    static async Task<(TimeSpan Ours, TimeSpan Theirs)> OnSqliteAsync(int lines)
    {
        await using var server = await ServerProcess.StartAsync();
        var ours = await ImportAsync(server, lines);
        await server.StopAsync();
        return (ours, PreparedLoop.Measure(System.IO.Path.Combine(server.DataDirectory, "data", "dnc.db")));
    }

    static async Task<(TimeSpan Ours, TimeSpan Theirs)> OnPostgresAsync(int lines)
    {
        await using var postgres = await MeasuredPostgres.StartAsync();
        var database = await postgres.CreateDatabaseAsync();
        TimeSpan ours;
        await using (var server = await ServerProcess.StartNodeAsync(postgres.ConnectionString(database)))
        {
            ours = await ImportAsync(server, lines);
            await server.StopAsync();
        }
        return (ours, await RawCopy.MeasureAsync(database, await database.Server.CreateDatabaseAsync(database.Name)));
    }

    static async Task<TimeSpan> ImportAsync(ServerProcess server, int lines)
    {
        var began = Stopwatch.GetTimestamp();
        await BenchWorld.ImportAsync(server.Http, Path, lines, BenchWorld.EntryLine);
        return Stopwatch.GetElapsedTime(began);
    }

    static void Print(string what, int lines, List<(TimeSpan Ours, TimeSpan Theirs)> rounds)
    {
        Console.WriteLine($"{what}: ours {Rate(rounds.Select(r => r.Ours))}/s, theirs {Rate(rounds.Select(r => r.Theirs))}/s, "
            + $"ours to it {Spread.Of(rounds.Select(r => r.Theirs / r.Ours))}");

        string Rate(IEnumerable<TimeSpan> times) => Spread.Of(times.Select(time => lines / time.TotalSeconds)).ToString();
    }
}
