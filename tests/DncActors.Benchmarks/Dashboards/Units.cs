using System.Globalization;

namespace DncActors.Benchmarks.Dashboards;

/// <summary>Values as Grafana writes them.</summary>
static class Units
{
    internal static string Text(string unit, double value) => unit switch
    {
        "percentunit" => Short(value * 100) + " %",
        "s" => Seconds(value),
        "ms" => Seconds(value / 1_000),
        "bytes" => Bytes(value),
        "cps" => Short(value) + " c/s",
        "reqps" => Short(value) + " req/s",
        _ => Short(value),
    };

    static string Seconds(double value) => Math.Abs(value) switch
    {
        0 => "0 s",
        < 0.001 => Number(value * 1e6) + " µs",
        < 1 => Number(value * 1e3) + " ms",
        < 120 => Number(value) + " s",
        _ => Number(value / 60) + " min",
    };

    static string Bytes(double value) => Math.Abs(value) switch
    {
        < 1024 => Number(value) + " B",
        < 1 << 20 => Number(value / 1024) + " KiB",
        < 1 << 30 => Number(value / (1 << 20)) + " MiB",
        _ => Number(value / (1 << 30)) + " GiB",
    };

    static string Short(double value) => Math.Abs(value) switch
    {
        >= 1e6 => Number(value / 1e6) + " M",
        >= 1e4 => Number(value / 1e3) + " k",
        _ => Number(value),
    };

    /// <summary>Three digits that matter.</summary>
    static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 or 0 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
