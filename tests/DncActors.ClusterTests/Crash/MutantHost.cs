using System.Diagnostics;
using DncActors.ClusterTests.Host;

namespace DncActors.ClusterTests.Crash;

/// <summary>The host built with faults that can be switched on (<c>DNC_MUTANTS</c>): what proves that a test can fail.</summary>
public static class MutantHost
{
    static readonly Lazy<Task<string>> Built = new(BuildOnceAsync);

    /// <summary>Builds it beside the real one, if it is not there yet, and says where it is.</summary>
    public static Task<string> BuildAsync() => Built.Value;

    public static async Task<HostStart> StartOfAsync(string mutant) =>
        new HostStart { HostDll = await BuildAsync() }.With("DNC_MUTANT", mutant);

    static async Task<string> BuildOnceAsync()
    {
        var project = Path.Combine(SourceTree.Root, "src", "DncActors.Host");
        // No servers that stay: they would keep the output open, and this would wait for their end. No revision: a commit would make everything new.
        // No analysis, a third of the time: the build of everything has just done that.
        string[] alone =
        [
            "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:IncludeSourceRevisionInInformationalVersion=false",
            "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false",
        ];
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", ["build", project, "-c", "Release", "-v", "quiet", "-nologo", "-p:DncMutants=true", .. alone])
            {
                RedirectStandardOutput = true,
            })!;
        var output = await build.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await build.WaitForExitAsync(CancellationToken.None);
        Assert.True(build.ExitCode == 0, output);
        return Path.Combine(SourceTree.Artifacts, "mutants", "bin", "DncActors.Host", "release", "DncActors.Host.dll");
    }
}
