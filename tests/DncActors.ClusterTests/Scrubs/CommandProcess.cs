using System.Diagnostics;

namespace DncActors.ClusterTests.Scrubs;

/// <summary>The command <c>dnc</c> as it was built beside these tests, run to its end.</summary>
static class CommandProcess
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string? key, params string[] arguments)
    {
        // artifacts/bin/DncActors.ClusterTests/release/ -> artifacts/bin/DncActors.Command/release/
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var dll = Path.Combine(here.Parent!.Parent!.FullName, "DncActors.Command", here.Name, "dnc.dll");
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("DNC_KEY");
        if (key is not null) start.Environment["DNC_KEY"] = key;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
