using System.Text.RegularExpressions;
using DncActors.ClusterTests.Faults;

namespace DncActors.ClusterTests.Alerts;

/// <summary>
/// Each alert by its fault, made on real nodes, and healed as the runbook says. <c>DNC_ALERTS</c> names the alerts, or says <c>all</c>; only then is anything
/// broken here: each fault takes its minutes.
/// </summary>
public sealed partial class LiveAlertTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_alert_has_its_fault()
    {
        var rules = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "deploy/prometheus/rules.yml"), TestContext.Current.CancellationToken);
        var alerts = Alert().Matches(rules).Select(alert => alert.Groups["name"].Value).Order(StringComparer.Ordinal);
        Assert.Equal(alerts, AlertFaults.All.SelectMany(fault => fault.Alerts).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact(Explicit = true)]
    public async Task Each_alert_fires_when_its_fault_is_made_and_is_over_when_that_is_healed()
    {
        var asked = Environment.GetEnvironmentVariable("DNC_ALERTS") is { Length: > 0 } named ? named : "all";
        var faults = AlertFaults.Of(asked);
        using var log = new FaultLog(asked == "all" ? "alerts" : $"alerts-{faults[0].Alerts[0]}");
        await using var world = await AlertWorld.StartAsync(log);
        var run = new AlertRun(world, log);
        List<AlertSeen> seen = [];
        output.WriteLine(AlertSeen.Heading);
        foreach (var fault in faults)
        {
            var some = await run.RunAsync(fault);
            seen.AddRange(some);
            foreach (var one in some) output.WriteLine(one.ToString());
            await File.WriteAllTextAsync(
                Path.Combine(log.Directory, "alerts.md"), $"{AlertSeen.Heading}\n{string.Join('\n', seen)}\n", TestContext.Current.CancellationToken);
        }

        var wrong = seen.Where(one => !one.IsRight && one.Fault.CanBeMade(world)).Select(one => one.ToString()).ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [GeneratedRegex(@"^ *- alert: (?<name>\w+)$", RegexOptions.Multiline)]
    private static partial Regex Alert();
}
