using System.Globalization;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Compare;

/// <summary>Everybody in every round, each round beginning with another: what the machine does meanwhile meets all of them.</summary>
sealed record Contest(string Name, string Unit, IReadOnlyList<Contest.Row> Rows)
{
    /// <summary>The compiler comes to its last word in the background, and a machine that is busy keeps it waiting.</summary>
    const int Warmings = 3;
    const int WarmingSeconds = 4;

    Row First => Rows[0];

    public static async Task<Contest> RunAsync(
        string name, string unit, IReadOnlyList<Contestant> contestants, int rounds, int seconds, int warmings = Warmings)
    {
        for (var i = 0; i < warmings; i++)
        {
            foreach (var contestant in contestants) await contestant.MeasureAsync(WarmingSeconds);
        }
        var measured = contestants.ToDictionary(c => c.Name, _ => new List<Measured>());
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < contestants.Count; turn++)
            {
                var contestant = contestants[(round + turn) % contestants.Count];
                measured[contestant.Name].Add(await contestant.MeasureAsync(seconds));
            }
            Console.Error.WriteLine($"{name}, round {round + 1}: "
                + string.Join(", ", measured.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key} {m.Value[^1].PerSecond:N0}/s"))));
        }
        return new(name, unit, [.. contestants.Select(c => new Row(c.Name, measured[c.Name]))]);
    }

    public void Print()
    {
        Console.WriteLine($"\n{Name}\n");
        Console.WriteLine($"| | {Unit} a second | the first to it, round by round | server CPU µs | Redis or PostgreSQL CPU µs | p99 ms | failed |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var row in Rows)
        {
            Console.WriteLine($"| {row.Name} | {Rates(row)} | {Ratio(row)} | {Of(row, m => m.ServerCpu)} | {Of(row, m => m.BackingCpu)} "
                + $"| {Of(row, m => m.P99)} | {row.Rounds.Sum(m => m.Failed)} |");
        }
    }

    string Ratio(Row row) => ReferenceEquals(row, First)
        ? ""
        : Spread.Of(First.Rounds.Zip(row.Rounds, (ours, theirs) => ours.PerSecond / theirs.PerSecond)).ToString();

    static string Rates(Row row)
    {
        var spread = Spread.Of(row.Rounds.Select(m => m.PerSecond));
        return string.Create(CultureInfo.InvariantCulture, $"{spread.Median:N0} ({spread.Least:N0}–{spread.Most:N0})");
    }

    static string Of(Row row, Func<Measured, double?> figure) =>
        row.Rounds.Select(figure).OfType<double>().ToArray() is { Length: > 0 } figures ? Spread.Of(figures).ToString() : "";

    /// <summary>A contestant's rounds.</summary>
    internal sealed record Row(string Name, IReadOnlyList<Measured> Rounds);
}
