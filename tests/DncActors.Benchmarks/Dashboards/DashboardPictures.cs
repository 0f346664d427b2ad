using DncActors.TestServers.Dashboards;
using DncActors.TestServers.Postgres;
using DncActors.TestServers.Prometheus;

namespace DncActors.Benchmarks.Dashboards;

/// <summary>
/// Draws every dashboard as Prometheus has it after a run: three nodes under load of three organizations, of which one node is killed and started again, and
/// then their database.
/// </summary>
static class DashboardPictures
{
    const string Usual = "docs/dashboards";

    static readonly TimeSpan Calm = TimeSpan.FromSeconds(40);
    static readonly TimeSpan Fault = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Usual).FullName;
        var rules = await File.ReadAllTextAsync("deploy/prometheus/rules.yml");
        await using var postgres = await PostgresServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync();
        await using var nodes = await NamedNodes.StartAsync(database.ConnectionString, 3);
        await using var prometheus = await PrometheusServer.StartAsync(nodes.All.Select((node, i) => ($"node-{i + 1}", node.Address)), rules);
        await using var load = await PictureLoad.StartAsync(nodes.All);
        var run = new PictureRun(TimeProvider.System.GetUtcNow());

        await WaitAsync(Calm);
        run.Note("node-3 is killed");
        await nodes.All[2].KillAsync();
        await WaitAsync(Fault);
        run.Note("it is started again");
        await nodes.All[2].RestartAsync();
        await WaitAsync(Fault);
        run.Note("PostgreSQL is killed");
        await postgres.KillAsync();
        await WaitAsync(Fault);
        run.Note("it is started again");
        await postgres.StartAgainAsync();
        await WaitAsync(Calm);
        run.End();

        foreach (var dashboard in Dashboard.ReadAll(Environment.CurrentDirectory))
        {
            var file = Path.Combine(folder, dashboard.Name + ".png");
            await File.WriteAllBytesAsync(file, await DashboardPicture.DrawAsync(dashboard, prometheus, run));
            Console.WriteLine($"{file}: {new FileInfo(file).Length / 1024} kB");
        }
        return 0;
    }

    static async Task WaitAsync(TimeSpan time)
    {
        using var once = new PeriodicTimer(time);
        await once.WaitForNextTickAsync();
    }
}
