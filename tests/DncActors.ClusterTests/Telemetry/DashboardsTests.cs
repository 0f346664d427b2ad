using DncActors.ClusterTests.Nodes;
using DncActors.TestServers.Dashboards;
using DncActors.TestServers.Postgres;
using DncActors.TestServers.Prometheus;

namespace DncActors.ClusterTests.Telemetry;

/// <summary>Three real nodes under a little load, looked at by a real Prometheus, lose one of them and then their database, and heal.</summary>
public sealed class DashboardsTests
{
    /// <summary>As the faults are made here. That the others fire is tested by promtool, with made-up figures.</summary>
    static readonly string[] ByTheFaults = ["AuthenticationFailures", "NodeMissing", "LeaseOver", "LeaseNearItsEnd", "ChecksFailClosed", "ErrorRate"];

    /// <summary>Of Orleans' own, which tells a count only when it is not 0 any more: nothing is lost here for sure.</summary>
    static readonly string[] QuietPanels = ["Which messages are lost?"];

    static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Every_panel_shows_something_and_the_alerts_of_what_happens_fire_and_are_over_again()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var nodes = await NodesOnPostgres.StartAsync(3, server, start => start.With("Dnc__Telemetry__OrganizationLabels", "5"));
        var rules = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "deploy/prometheus/rules.yml"), TestContext.Current.CancellationToken);
        await using var prometheus = await PrometheusServer.StartAsync(nodes.Hosts.Select((host, i) => ($"node-{i + 1}", host.Address)), rules);
        var began = TimeProvider.System.GetUtcNow();
        var alerts = new WatchedAlerts(prometheus);
        await using (await WatchedLoad.StartAsync(nodes))
        {
            await alerts.AsksAsync("sum(rate(dnc_executions_total{result=\"done\"}[5s])) > 0");
            await alerts.NoneIsLeftAsync();

            await WatchedLoad.TryKeysAsync(nodes.Apis[0], count: 200);
            await nodes.Hosts[2].KillAsync();
            await alerts.FireAsync("NodeMissing", "AuthenticationFailures");
            await nodes.Hosts[2].StartAgainAsync();
            await alerts.AreOverAsync("NodeMissing");

            await server.KillAsync();
            await alerts.FireAsync("LeaseOver", "LeaseNearItsEnd", "ChecksFailClosed", "ErrorRate");
            await server.StartAgainAsync();
            await alerts.NoneIsLeftAsync();
        }
        var run = new Run(prometheus, began, TimeProvider.System.GetUtcNow());
        Assert.Empty(await EmptyPanelsAsync(run));
        Assert.Empty(await BlindAlertsAsync(run));
    }

    static async Task<IReadOnlyList<string>> EmptyPanelsAsync(Run run)
    {
        var empty = new List<string>();
        foreach (var dashboard in Dashboard.ReadAll(SourceTree.Root))
        {
            foreach (var panel in dashboard.Panels.Where(p => !QuietPanels.Contains(p.Title)))
            {
                foreach (var query in panel.Queries)
                {
                    var lines = await run.LinesAsync(query.Send(TimeSpan.FromSeconds(5)));
                    // A label that is not there groups everything into one line without a name.
                    if (lines.Count == 0 || lines.Any(line => !query.Labels.All(line.Labels.ContainsKey)))
                        empty.Add($"{dashboard.Title}, {panel.Title} {query.Expression}");
                }
            }
        }
        return empty;
    }

    /// <summary>Those that should have fired were seen doing it; of the others everything that they look at must be there.</summary>
    static async Task<IReadOnlyList<string>> BlindAlertsAsync(Run run)
    {
        var blind = new List<string>();
        foreach (var (name, expression) in await run.Prometheus.AlertsAsync())
        {
            if (ByTheFaults.Contains(name) && !await run.ShowsAsync($"ALERTS{{alertname=\"{name}\", alertstate=\"firing\"}}")) blind.Add($"{name} never fired");
            foreach (var selector in Selectors.Of(expression))
            {
                if (!await run.ShowsAsync(selector)) blind.Add($"{name} looks at {selector}, which is not there");
            }
        }
        return blind;
    }

    sealed record Run(PrometheusServer Prometheus, DateTimeOffset From, DateTimeOffset To)
    {
        public async Task<IReadOnlyList<PrometheusSeries>> LinesAsync(string expression) =>
            [.. (await Prometheus.QueryRangeAsync(expression, From, To, Step)).Where(series => series.HasData)];

        public async Task<bool> ShowsAsync(string expression) => (await LinesAsync(expression)).Count > 0;
    }
}
