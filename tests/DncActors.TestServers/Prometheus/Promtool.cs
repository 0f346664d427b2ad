using System.Diagnostics;

namespace DncActors.TestServers.Prometheus;

/// <summary>The program that comes with Prometheus and judges its files.</summary>
public static class Promtool
{
    /// <returns>Its exit code, and all that it printed.</returns>
    /// <param name="directory">Where the files are that it reads.</param>
    /// <param name="input">What it reads from its standard input.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string directory, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("promtool", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("promtool did not start.");
        var output = new ProcessOutput();
        output.Follow(process);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToString());
    }
}
