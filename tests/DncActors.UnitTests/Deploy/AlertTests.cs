using DncActors.TestServers.Prometheus;
using DncActors.UnitTests.HouseRules;

namespace DncActors.UnitTests.Deploy;

/// <summary>What must be in the files for Prometheus. Whether an alert fires when it should is tested beside it, by promtool.</summary>
public sealed class AlertTests
{
    const string Folder = "deploy/prometheus";

    static readonly string[] Severities = ["critical", "warning"];

    static readonly IReadOnlyList<YamlNode> Alerts =
        [.. Assert.Single(YamlNode.Read($"{Folder}/rules.yml"))["groups"].Items.SelectMany(group => group["rules"].Items)];

    static readonly IReadOnlyList<YamlNode> Tests = Assert.Single(YamlNode.Read($"{Folder}/rules.test.yml"))["tests"].Items;

    [Fact]
    public void Every_alert_says_how_bad_it_is_what_is_the_matter_and_where_to_read_on()
    {
        Assert.True(Alerts.Count > 20, $"There are only {Alerts.Count} alerts.");
        foreach (var alert in Alerts)
        {
            var name = alert["alert"].Text;
            Assert.Contains(alert["labels/severity"].Text, Severities);
            Assert.NotEmpty(alert["annotations/summary"].Text);
            Assert.Equal($"{{{{ $externalLabels.runbook }}}}#{Runbook.AnchorOf(name)}", alert["annotations/runbook_url"].Text);
        }
    }

    [Fact]
    public void Every_alert_has_its_entry_in_the_runbook_and_every_entry_its_alert()
    {
        Assert.Equal(Alerts.Select(alert => alert["alert"].Text), Runbook.Entries);
        Assert.All(Runbook.Anchors, anchor => Assert.Contains($"(runbook.md#{anchor})", SourceTree.Read("docs/operations.md"), StringComparison.Ordinal));
        foreach (var alert in Alerts)
        {
            var entry = Runbook.TextOf(alert["alert"].Text);
            Assert.StartsWith(alert["labels/severity"].Text + ".", entry, StringComparison.OrdinalIgnoreCase);
            Assert.All(["- **See it**: ", "- **Why it matters**: ", "- **Do**: "], part => Assert.Contains(part, entry, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_metric_that_an_alert_asks_for_is_there() => Assert.All(
        Alerts, alert => Assert.All(Selectors.NamesOf(alert["expr"].Text), metric => Assert.Contains(metric, KnownMetrics.All)));

    [Fact]
    public void Every_alert_is_tested_to_fire_and_to_be_over_again() => Assert.All(Alerts.Select(alert => alert["alert"].Text), name =>
    {
        var steps = Tests.SelectMany(test => test["alert_rule_test"].Items).Where(step => step["alertname"].Text == name).ToArray();
        var fires = Array.FindIndex(steps, step => step.Has("exp_alerts"));
        Assert.True(fires > 0, $"{name} is not tested to be quiet before it fires.");
        Assert.False(steps[^1].Has("exp_alerts"), $"{name} is not tested to be over again.");
    });

    [Theory]
    [InlineData("prometheus.yml")]
    [InlineData("prometheus-local.yml")]
    public void The_nodes_are_asked_and_judged(string file)
    {
        var configuration = Assert.Single(YamlNode.Read($"{Folder}/{file}"));
        Assert.Equal(["rules.yml"], configuration["rule_files"].Items.Select(rules => rules.Text));
        Assert.EndsWith("runbook.md", configuration["global/external_labels/runbook"].Text, StringComparison.Ordinal);
        var nodes = Assert.Single(configuration["scrape_configs"].Items, job => job["job_name"].Text == "dncactors");
        Assert.Equal(3, Assert.Single(nodes["static_configs"].Items)["targets"].Items.Count);
    }
}
