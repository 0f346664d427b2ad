using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DncActors.Benchmarks.Load;

/// <summary>Runs <c>wrk</c>, a load generator of a process of its own that leaves most of the two cores to the server.</summary>
static partial class Wrk
{
    /// <param name="script">A Lua script that says what to send.</param>
    /// <param name="connections">Open at the same time, from all threads together.</param>
    public static async Task<WrkResult> RunAsync(Uri address, string script, int connections, TimeSpan length, int threads = 1)
    {
        var file = Path.Combine(Path.GetTempPath(), $"dnc-wrk-{Environment.ProcessId}.lua");
        await File.WriteAllTextAsync(file, script);
        string[] arguments =
            [$"-t{threads}", $"-c{connections}", $"-d{length.TotalSeconds:F0}s", "--timeout", "10s", "--latency", "-s", file, address.ToString()];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("wrk did not start; install it with 'apt-get install wrk'.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(file);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"wrk failed: {output}");
        }
        return new WrkResult(
            Number(Rate(), output),
            Milliseconds(P50().Match(output).Groups[1].Value),
            Milliseconds(P99().Match(output).Groups[1].Value),
            (long)Number(Requests(), output),
            (long)Number(Refused(), output) + SocketErrors(output),
            (long)Number(Next(), output));
    }

    static double Number(Regex pattern, string output) => pattern.Match(output) is { Success: true } m ? double.Parse(m.Groups[1].Value,
        CultureInfo.InvariantCulture) : 0;

    static long SocketErrors(string output) => Errors().Match(output) is { Success: true } m
        ? m.Groups.Cast<Group>().Skip(1).Sum(g => long.Parse(g.Value, CultureInfo.InvariantCulture))
        : 0;

    static double Milliseconds(string text)
    {
        var number = double.Parse(text.TrimEnd('m', 'u', 's'), CultureInfo.InvariantCulture);
        return text.EndsWith("us", StringComparison.Ordinal) ? number / 1_000 : text.EndsWith("ms", StringComparison.Ordinal) ? number : number * 1_000;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Refused();

    [GeneratedRegex(@"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")]
    private static partial Regex Errors();

    [GeneratedRegex(@"next: (\d+)")]
    private static partial Regex Next();

    [GeneratedRegex(@"50%\s+([\d.]+[mu]?s)")]
    private static partial Regex P50();

    [GeneratedRegex(@"99%\s+([\d.]+[mu]?s)")]
    private static partial Regex P99();
}
