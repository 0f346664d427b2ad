using System.Diagnostics;
using System.Globalization;
using System.Text;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Scrubs;

/// <summary>
/// A file of phones against a list of entries, over HTTP, sent by <c>curl</c>, a process of its own that reads the answer into a file while it sends: how long
/// it takes on the whole, what of the processor the server uses, and by how much its memory grows.
/// </summary>
static class ScrubsBenchmark
{
    const int Rounds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var lines = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var entries = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : lines;
        await using var server = await ServerProcess.StartAsync();
        var began = Stopwatch.GetTimestamp();
        await BenchWorld.ImportAsync(server.Http, "/v1/dnc/entries/import", entries, EntryLine);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{entries:N0} entries in {Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s, {server.Memory >> 20} MiB"));
        foreach (var form in ScrubFile.Forms)
        {
            var file = Path.Combine(server.DataDirectory, $"{form}.csv");
            await ScrubFile.WriteAsync(file, form, lines, entries);
            for (var round = 0; round < Rounds; round++) await MeasureAsync(server, form, file, lines);
            File.Delete(file);
        }
        return 0;
    }

    static string EntryLine(int entry) =>
        $$"""{"phone":"+1{{ScrubFile.National(2L * entry)}}","channels":["call","sms"],"reason":"registry"}""" + "\n";

    static async Task MeasureAsync(ServerProcess server, string form, string file, int lines)
    {
        var answer = file + ".out";
        var (cpu, memory, peak) = (server.Cpu, server.Memory, 0L);
        var began = Stopwatch.GetTimestamp();
        using var curl = Process.Start(new ProcessStartInfo("curl", [
            "-sS", "-f", "-X", "POST", "-T", file, "-o", answer, "-D", answer + ".head",
            "-H", $"Authorization: Bearer {ServerProcess.Key}", "-H", "Content-Type: text/csv", "-H", "Expect:",
            new Uri(server.Address, "/v1/scrubs?channel=call").ToString()]))!;
        var ended = curl.WaitForExitAsync();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!ended.IsCompleted && await ticks.WaitForNextTickAsync()) peak = Math.Max(peak, server.Memory);
        await ended;
        var took = Stopwatch.GetElapsedTime(began);
        cpu = server.Cpu - cpu;
        if (curl.ExitCode != 0) throw new InvalidOperationException($"curl ended with {curl.ExitCode}.");
        var (answered, blocked) = Count(answer);
        if (answered != lines + 1) throw new InvalidOperationException($"{answered} lines came back.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{lines:N0} lines, {form}: {took.TotalSeconds:N2} s, {lines / took.TotalSeconds:N0}/s, {100.0 * blocked / lines:N1} % blocked, ")
            + string.Create(CultureInfo.InvariantCulture, $"server CPU {cpu.TotalNanoseconds / lines:N0} ns a line, ")
            + string.Create(CultureInfo.InvariantCulture, $"memory {memory >> 20} MiB before, {Math.Max(0, peak - memory) >> 20} MiB more at most"));
        File.Delete(answer);
    }

    static (long Lines, long Blocked) Count(string path)
    {
        var (lines, blocked) = (0L, 0L);
        foreach (var line in File.ReadLines(path, Encoding.ASCII))
        {
            lines++;
            if (line.EndsWith(",blocked,dnc.entry", StringComparison.Ordinal)) blocked++;
        }
        return (lines, blocked);
    }
}
