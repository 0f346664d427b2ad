using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DncActors.TestServers.Dashboards;
using DncActors.TestServers.Prometheus;
using DncActors.UnitTests.HouseRules;

namespace DncActors.UnitTests.Deploy;

/// <summary>What must be in the dashboards. Whether their queries find anything is asked of a real Prometheus in the cluster's tests.</summary>
public sealed class DashboardTests
{
    static readonly string[] Kinds = ["timeseries", "stat", "bargauge"];

    static readonly string[] Units = ["short", "cps", "reqps", "s", "ms", "bytes", "percentunit"];

    static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly IReadOnlyList<Dashboard> Dashboards = Dashboard.ReadAll(SourceTree.Root);

    static IEnumerable<(Dashboard Dashboard, Panel Panel)> Panels => Dashboards.SelectMany(d => d.Panels.Select(p => (d, p)));

    [Fact]
    public void There_are_four_and_each_leads_to_the_others()
    {
        Assert.Equal(["Cluster", "Contactability", "Executions", "Organization"], Dashboards.Select(d => d.Title));
        foreach (var dashboard in Dashboards)
        {
            Assert.Equal($"dnc-{dashboard.Name}", dashboard.Uid);
            Assert.EndsWith("?", dashboard.Description, StringComparison.Ordinal);
            var others = Dashboards.Where(d => d != dashboard).Select(d => $"/d/{d.Uid}").Order(StringComparer.Ordinal);
            var links = dashboard.Json.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("url").GetString()!);
            Assert.Equal(others, links.Order(StringComparer.Ordinal));
            Assert.Equal(dashboard.Panels.Count, dashboard.Panels.Select(p => p.Id).Distinct().Count());
            Assert.Equal(dashboard.Panels.Count, dashboard.Panels.Select(p => p.Title).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void A_file_is_written_in_one_way_so_that_a_change_shows_what_changed() => Assert.All(
        Dashboards,
        dashboard =>
        {
            var text = SourceTree.Read($"{Dashboard.Folder}/{dashboard.Name}.json");
            Assert.Equal(JsonNode.Parse(text)!.ToJsonString(Written) + "\n", text);
        });

    [Fact]
    public void Every_panel_asks_a_question_and_says_what_it_shows_in_which_unit() => Assert.All(Panels, p =>
    {
        var (dashboard, panel) = p;
        var where = $"{dashboard.Title}, {panel.Title}";
        Assert.True(panel.Title.EndsWith('?'), $"{where} is no question.");
        Assert.True(panel.Description.Length > 10, $"{where} says nothing.");
        Assert.Contains(panel.Kind, Kinds);
        Assert.Contains(panel.Unit, Units);
        Assert.NotEmpty(panel.Thresholds);
        Assert.True(panel.Thresholds[0].From is null && panel.Thresholds.Skip(1).All(t => t.From is not null), $"{where} has thresholds in no order.");
        Assert.True(panel.Place.Left >= 0 && panel.Place.Left + panel.Place.Width <= 24, $"{where} is beside the grid.");
        Assert.DoesNotContain(dashboard.Panels, other => other != panel && other.Place.Overlaps(panel.Place));
    });

    [Fact]
    public void Every_query_asks_for_what_is_there_and_names_its_lines() => Assert.All(Panels, p => Assert.All(p.Panel.Queries, query =>
    {
        Assert.NotEmpty(query.Legend);
        Assert.All(Selectors.NamesOf(query.Expression), metric => Assert.Contains(metric, KnownMetrics.All));
        Assert.NotEmpty(Selectors.NamesOf(query.Expression));
    }));

    [Fact]
    public void Every_link_leads_into_the_runbook_and_every_alert_is_linked_from_somewhere()
    {
        const string Prefix = "${runbook}#";
        var linked = Panels.SelectMany(p => p.Panel.Links).ToArray();
        Assert.All(linked, link => Assert.StartsWith(Prefix, link, StringComparison.Ordinal));
        Assert.Equal(Runbook.Anchors.Order(StringComparer.Ordinal), linked.Select(link => link[Prefix.Length..]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_the_runbook_tells_to_look_at_is_a_panel()
    {
        var page = SourceTree.Read("docs/runbook.md");
        var quoted = page.Split('"').Where((_, i) => i % 2 == 1).Where(text => text.EndsWith('?')).ToArray();
        Assert.NotEmpty(quoted);
        Assert.All(quoted, title => Assert.Contains(title, Panels.Select(p => p.Panel.Title)));
    }
}
