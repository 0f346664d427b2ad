using System.Globalization;

namespace DncActors.Benchmarks.Load;

/// <summary>Several rounds of the same measurement: their median, and how far they lie apart.</summary>
sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> rounds)
    {
        var sorted = rounds.Order().ToArray();
        return new(sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2, sorted[0],
            sorted[^1]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:N2} ({Least:N2}–{Most:N2})");
}
