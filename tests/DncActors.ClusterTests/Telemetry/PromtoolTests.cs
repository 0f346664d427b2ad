using System.Net;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.TestServers.Prometheus;

namespace DncActors.ClusterTests.Telemetry;

/// <summary>What Prometheus' own program says of its files, and of our metrics.</summary>
public sealed class PromtoolTests
{
    static readonly string Folder = Path.Combine(SourceTree.Root, "deploy", "prometheus");

    [Theory]
    [InlineData("check", "rules", "rules.yml")]
    [InlineData("check", "config", "prometheus.yml")]
    [InlineData("check", "config", "prometheus-local.yml")]
    [InlineData("test", "rules", "rules.test.yml")]
    public async Task The_files_are_right_and_each_alert_fires_and_is_over_again(params string[] arguments)
    {
        var (exitCode, output) = await Promtool.RunAsync(Folder, null, arguments);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("FAILED", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_metrics_are_named_as_they_should_be()
    {
        await using var host = await HostProcess.StartAsync(new HostStart().With("Dnc__Telemetry__OrganizationLabels", "2"));
        using var admin = new Api(host.Address, host.AdministratorKey);
        (await admin.GetAsync("/v1/contact-checks?phone=%2B12025550101&channel=call")).Expect(HttpStatusCode.OK);
        var metrics = (await admin.GetAsync("/metrics")).Expect(HttpStatusCode.OK).Text;
        // Of others' it says what they should change.
        var ours = string.Join('\n', metrics.Split('\n').Where(IsOurs)) + "\n";

        var (exitCode, output) = await Promtool.RunAsync(Folder, ours, "check", "metrics");

        Assert.Contains("dnc_checks_total{", ours, StringComparison.Ordinal);
        Assert.True(exitCode == 0 && output.Trim().Length == 0, output);
    }

    static bool IsOurs(string line) => line.Split(' ') is ["#", _, var name, ..] ? name.StartsWith("dnc_", StringComparison.Ordinal)
        : line.StartsWith("dnc_", StringComparison.Ordinal);
}
