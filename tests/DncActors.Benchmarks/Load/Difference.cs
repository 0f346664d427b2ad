using System.Globalization;

namespace DncActors.Benchmarks.Load;

/// <summary>By how much one of two differs from the other over several rounds: their mean ratio as a percentage, and its standard error.</summary>
sealed record Difference(double Percent, double Error)
{
    /// <param name="ratios">Of the one to the other, round by round; the mean is that of their logarithms, so that neither side counts more.</param>
    public static Difference Of(IEnumerable<double> ratios)
    {
        double[] logs = [.. ratios.Select(ratio => Math.Log(ratio))];
        var mean = logs.Average();
        var variance = logs.Sum(log => (log - mean) * (log - mean)) / Math.Max(1, logs.Length - 1);
        return new((Math.Exp(mean) - 1) * 100, Math.Sqrt(variance / logs.Length) * 100);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Percent:+0.0;-0.0} % (±{Error:0.0})");
}
