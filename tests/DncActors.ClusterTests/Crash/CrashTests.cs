using System.Globalization;

namespace DncActors.ClusterTests.Crash;

/// <summary>Kill -9 under load, again and again. <c>DNC_CRASH_KILLS</c> and <c>DNC_CRASH_SEED</c> make it longer, or repeat a run.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task After_kill_9_everything_acknowledged_is_whole_and_nothing_is_half_or_twice()
    {
        var kills = Setting("DNC_CRASH_KILLS", 20);
        var seed = Setting("DNC_CRASH_SEED", 20_261_124);

        var result = await CrashRun.RunAsync(kills, seed);

        output.WriteLine($"seed {seed}: {result.Kills} kills, {result.Executions} executions, {result.Imports} imports, {result.Checks} checks");
        Assert.Empty(result.Violations);
        Assert.True(result.Executions > kills, "The load was too small to prove anything.");
        Assert.True(result.Imports > 0);
    }

    [Fact]
    public async Task A_host_that_acknowledges_before_it_commits_is_caught()
    {
        var mutant = await MutantHost.StartOfAsync("ack-before-commit");

        var caught = await CatchAsync(() => CrashRun.RunAsync(kills: 20, seed: 1, mutant));

        Assert.True(caught, "A host that answers 50 ms before it commits passed the crash test: the test proves nothing.");
    }

    /// <summary>Caught is a violation in the history, or an assertion over what is left; a fault of the run itself is neither.</summary>
    static async Task<bool> CatchAsync(Func<Task<CrashResult>> run)
    {
        try
        {
            return (await run()).Violations.Count > 0;
        }
        catch (Xunit.Sdk.XunitException)
        {
            return true;
        }
    }

    static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
