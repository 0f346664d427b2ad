using System.Diagnostics;
using System.Globalization;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Imports;

/// <summary>Imports of leads (three contact points each) and of entries, streamed in one request each, with the memory that the server held.</summary>
static class ImportsBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var lines = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        await using var server = await ServerProcess.StartAsync();
        var world = await BenchWorld.MakeAsync(server.Http);
        await MeasureAsync(server, "leads", "/v1/leads/import", lines, world.LeadLine);
        await MeasureAsync(server, "entries", "/v1/dnc/entries/import", lines, BenchWorld.EntryLine);
        return 0;
    }

    static async Task MeasureAsync(ServerProcess server, string what, string path, int lines, Func<int, string> line)
    {
        await BenchWorld.ImportAsync(server.Http, path, 1_000, i => line(lines + i));
        var before = server.Memory;
        var cpu = server.Cpu;
        var began = Stopwatch.GetTimestamp();
        await BenchWorld.ImportAsync(server.Http, path, lines, line);
        var took = Stopwatch.GetElapsedTime(began);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{lines:N0} {what}: {took.TotalSeconds:N1} s, {lines / took.TotalSeconds:N0}/s, ")
            + string.Create(CultureInfo.InvariantCulture, $"server CPU {(server.Cpu - cpu).TotalMicroseconds / lines:N1} µs a line, ")
            + string.Create(CultureInfo.InvariantCulture, $"memory {before >> 20} MiB before, {server.Memory >> 20} MiB after, ")
            + string.Create(CultureInfo.InvariantCulture, $"{server.PeakMemory >> 20} MiB at most"));
    }
}
