using System.Globalization;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.OpenLoop;

namespace DncActors.Benchmarks.Compare;

/// <summary>How long a check is waited for at a fixed rate, beside the wire at the same rate.</summary>
sealed record LatencyContest(int Rate, IReadOnlyList<LatencyContest.Row> Rows)
{
    public static async Task<LatencyContest> RunAsync(CompareWorld world, int rate, int rounds, int seconds)
    {
        var paths = new[] { ("ours", CompareWorld.ChecksPath), ("wire", CompareWorld.WirePath) };
        var measured = paths.ToDictionary(p => p.Item1, _ => new List<OpenLoopResult>());
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < paths.Length; turn++)
            {
                var (name, path) = paths[(round + turn) % paths.Length];
                measured[name].Add(await OpenLoopLoad.RunAsync(world.Ours, world.Listing, path, rate, seconds));
            }
            Console.Error.WriteLine($"latency, round {round + 1}: " + string.Join(", ", measured.Select(m => string.Create(
                CultureInfo.InvariantCulture, $"{m.Key} p50 {m.Value[^1].P50:N0}, p99 {m.Value[^1].P99:N0}, p99.9 {m.Value[^1].P999:N0} µs"))));
        }
        return new(rate, [.. paths.Select(p => new Row(p.Item1, measured[p.Item1]))]);
    }

    public void Print()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nA check at {Rate:N0} a second, µs from when it was due\n"));
        Console.WriteLine("| | p50 | p99 | p99.9 | most | of it sent late: p50 | p99 | failed |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var row in Rows)
        {
            Console.WriteLine($"| {row.Name} | {Of(row, r => r.P50)} | {Of(row, r => r.P99)} | {Of(row, r => r.P999)} | {Of(row, r => r.Most)} "
                + $"| {Of(row, r => r.SentLateP50)} | {Of(row, r => r.SentLateP99)} | {row.Rounds.Sum(r => r.Failed)} |");
        }
        Console.WriteLine($"\nThe generator's own processor time: {Of(Rows[0], r => r.GeneratorCpu)} µs a check.");
    }

    static string Of(Row row, Func<OpenLoopResult, double> figure)
    {
        var spread = Spread.Of(row.Rounds.Select(figure));
        return string.Create(CultureInfo.InvariantCulture, $"{spread.Median:N0} ({spread.Least:N0}–{spread.Most:N0})");
    }

    /// <summary>One path's rounds.</summary>
    internal sealed record Row(string Name, IReadOnlyList<OpenLoopResult> Rounds);
}
