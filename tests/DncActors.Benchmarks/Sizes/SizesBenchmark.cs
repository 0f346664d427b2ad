using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using DncActors.Benchmarks.Compare;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Postgres;
using DncActors.Benchmarks.Server;

namespace DncActors.Benchmarks.Sizes;

/// <summary>What the length of the list costs: a check with few and with many entries, in turns on two servers; memory; a restart.</summary>
static class SizesBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (numbers, json) = (new List<int>(), Path.Combine("artifacts", "benchmarks", "sizes.json"));
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--json") json = args[++i];
            else numbers.Add(int.Parse(args[i], CultureInfo.InvariantCulture));
        }
        var (rounds, seconds, few, many) = (At(0, 10), At(1, 5), At(2, 10_000), At(3, 10_000_000));
        var (throughput, sizes) = (default(Contest), new List<SizeResult>());
        await using (var small = await ServerProcess.StartAsync())
        await using (var large = await ServerProcess.StartAsync())
        {
            await FillAsync("SQLite", small, few);
            sizes.Add(await FillAsync("SQLite", large, many));
            throughput = await Contest.RunAsync("Single checks", "checks", [Of(small, few), Of(large, many)], rounds, seconds);
        }
        await using (var postgres = await MeasuredPostgres.StartAsync())
        await using (var node = await ServerProcess.StartNodeAsync(postgres.ConnectionString(await postgres.CreateDatabaseAsync())))
        {
            sizes.Add(await FillAsync("PostgreSQL", node, many));
        }
        throughput.Print();
        Console.WriteLine("\n| | entries | contact points | import s | heap bytes a contact point | after a restart | the index's own count | restart s |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var size in sizes) Console.WriteLine(size);
        await BenchReport.WriteAsync(json, new { rounds, seconds, few, many }, new { throughput, sizes });
        return 0;

        int At(int place, int otherwise) => numbers.Count > place ? numbers[place] : otherwise;
    }

    static async Task<SizeResult> FillAsync(string store, ServerProcess server, int entries)
    {
        var all = new OverlappingEntries(Listing(entries));
        var before = await MemoryAsync(server);
        var begun = Stopwatch.GetTimestamp();
        await all.ImportAsync(server);
        var took = Stopwatch.GetElapsedTime(begun);
        var after = await MemoryAsync(server);
        var restart = await server.RestartAsync();
        var result = new SizeResult(store, all.Count, took.TotalSeconds, before, after, await MemoryAsync(server), restart.TotalSeconds);
        Console.Error.WriteLine(result);
        return result;
    }

    static Contestant Of(ServerProcess server, int entries) =>
        new(entries.ToString("N0", CultureInfo.InvariantCulture) + " entries", async seconds =>
        {
            var (result, cpu) = await CheckLoad.RunAsync(server, Listing(entries), CompareWorld.ChecksPath, seconds);
            return new(result.PerSecond, cpu, null, result.P50Milliseconds, result.P99Milliseconds, result.Failed);
        });

    static Listing Listing(int entries) => new(entries, Load.Listing.DefaultAsked);

    static async Task<ServerMemory> MemoryAsync(ServerProcess server) => (await server.Http.GetFromJsonAsync<ServerMemory>(ServerMemory.Path))!;
}
