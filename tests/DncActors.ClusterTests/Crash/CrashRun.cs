using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Crash;

/// <summary>Kills the host (kill -9) at random moments under load, restarts it, and looks at what is left.</summary>
public static class CrashRun
{
    /// <param name="kills">How often the process dies.</param>
    /// <param name="seed">Of the moments and of what is checked; a failing run is repeated with its seed.</param>
    /// <param name="start">How the host is started: another build, a mutant switched on.</param>
    public static async Task<CrashResult> RunAsync(int kills, int seed, HostStart? start = null)
    {
        var random = new Random(seed);
        var history = new History();
        await using var host = await HostProcess.StartAsync(start);
        using var api = new Api(host.Address, host.AdministratorKey);
        var world = await CrashWorld.MakeAsync(api, leads: 2_000 + (kills * 1_500));
        var workload = new CrashWorkload(world, history, seed);
        var aftermath = new CrashAftermath(world, workload);
        for (var kill = 0; kill < kills; kill++)
        {
            using var stop = new CancellationTokenSource();
            using var clients = new Api(host.Address, host.AdministratorKey);
            var load = workload.RunAsync(clients, stop.Token);
            // The moment is what is random here: nothing is awaited by it.
            await Moment.PassAsync(TimeSpan.FromMilliseconds(random.Next(50, 900)), load);
            await host.KillAsync();
            await load;
            await host.StartAgainAsync();
            await aftermath.SettleAsync(api);
            var violations = HistoryChecker.Violations(history);
            if (violations.Count > 0)
            {
                return new CrashResult(kill + 1, workload.Executed.Count, workload.Imported.Count, history.Checks, violations);
            }
        }
        await aftermath.SweepAsync(api);
        return new CrashResult(kills, workload.Executed.Count, workload.Imported.Count, history.Checks, HistoryChecker.Violations(history));
    }
}
