using System.Net;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Nodes;
using DncActors.TestServers.Postgres;

namespace DncActors.ClusterTests.Telemetry;

public sealed class MetricsTests
{
    [Fact]
    public async Task Every_role_answers_its_metrics_to_anybody()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var silo = await HostProcess.StartAsync(NodesOnPostgres.On(database.ConnectionString).With("Dnc__Role", "silo"));
        await using var gateway = await HostProcess.StartAsync(NodesOnPostgres.On(database.ConnectionString).With("Dnc__Role", "gateway"));
        using var admin = new Api(gateway.Address, NodesOnPostgres.Key);
        (await admin.GetAsync("/v1/contact-checks?phone=%2B12025550101&channel=call")).Expect(HttpStatusCode.OK);

        // Who answers the client counts: not the silo that was asked.
        Assert.Contains("verdict=\"allowed\"", Line(await MetricsOfAsync(gateway), "dnc_checks_total"), StringComparison.Ordinal);
        var ofSilo = await MetricsOfAsync(silo);
        Assert.DoesNotContain("dnc_checks_total{", ofSilo, StringComparison.Ordinal);
        Assert.NotEmpty(Line(ofSilo, "dnc_lease_remaining_seconds"));
        Assert.NotEmpty(Line(ofSilo, "orleans_"));
        // Without names of their own the pools would be called by host and user.
        Assert.DoesNotContain("Username", ofSilo, StringComparison.Ordinal);
        Assert.Contains("dnc-reads", ofSilo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_there_are_none()
    {
        await using var host = await HostProcess.StartAsync(new HostStart().With("Dnc__Telemetry__Metrics", "false"));
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync("/metrics"));
    }

    static async Task<string> MetricsOfAsync(HostProcess host)
    {
        using var anybody = new Api(host.Address, null);
        return (await anybody.GetAsync("/metrics")).Expect(HttpStatusCode.OK).Text;
    }

    static string Line(string metrics, string name) =>
        metrics.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) ?? "";
}
