using System.Text.RegularExpressions;
using DncActors.UnitTests.HouseRules;

namespace DncActors.UnitTests.Deploy;

/// <summary>What must be in the files for containers on one machine, and for the proxy.</summary>
public sealed partial class ComposeTests
{
    static readonly string[] NodeNames = ["node-1", "node-2", "node-3"];

    static readonly YamlNode Compose = Assert.Single(YamlNode.Read("docker-compose.yml"));

    static readonly string Proxy = SourceTree.Read("deploy/haproxy.cfg");

    static readonly string Image = SourceTree.Read("deploy/Dockerfile");

    [Fact]
    public void Three_nodes_start_when_their_database_is_there()
    {
        foreach (var name in NodeNames)
        {
            var node = Compose[$"services/{name}"];
            SettingsCheck.AllAreKnown(node["environment"].Map.Where(v => v.Value?.Contains("${", StringComparison.Ordinal) is not true));
            Assert.Contains("Host=postgres;", node["environment/Dnc__ConnectionString"].Text, StringComparison.Ordinal);
            Assert.Equal("postgres", node["environment/Dnc__Storage"].Text);
            Assert.Equal("service_healthy", node["depends_on/postgres/condition"].Text);
            Assert.Equal("deploy/Dockerfile", node["build/dockerfile"].Text);
            Assert.False(node.Has("ports"), "Nodes are reached by the proxy.");
        }
        Assert.True(Compose["services/postgres/healthcheck"].Has("test"));
        Assert.False(Compose["services/postgres"].Has("ports"), "The database is the nodes' alone.");
        Assert.Contains(Compose["services/postgres/volumes"].Items, volume => volume.Text.StartsWith("postgres-data:", StringComparison.Ordinal));
        Assert.True(Compose["volumes"].Has("postgres-data"));
    }

    /// <summary>A node that dies under a request, or is silent, leaves as little of a sure answer as none at all.</summary>
    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public void Where_no_node_answers_the_proxy_says_so_as_a_node_does(int status)
    {
        var said = Assert.Single(Proxy.Split('\n'), line => line.Contains($"http-error status {status} ", StringComparison.Ordinal));
        Assert.Contains("content-type application/problem+json", said, StringComparison.Ordinal);
        Assert.Contains("""{"type":"urn:dnc:error:unavailable","title":"There is no sure answer now.","status":503,""", said, StringComparison.Ordinal);
        Assert.EndsWith("hdr Retry-After 1 hdr Idempotency-Key \"%[var(txn.key)]\"", said, StringComparison.Ordinal);
        Assert.Contains("http-after-response set-status 503 if { status 502 504 }", Proxy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_proxy_asks_the_nodes_that_are_ready()
    {
        var proxy = Compose["services/proxy"];
        foreach (var (name, number) in NodeNames.Select((name, i) => (name, i + 1)))
        {
            Assert.Equal($"{name}:8080", proxy[$"environment/DNC_NODE_{number}"].Text);
            Assert.Contains($"server {name} \"${{DNC_NODE_{number}}}\"", Proxy, StringComparison.Ordinal);
            Assert.Equal($"{name}:8081", proxy[$"environment/DNC_GRPC_NODE_{number}"].Text);
            Assert.Contains($"server {name} \"${{DNC_GRPC_NODE_{number}}}\" proto h2 track nodes/{name} ", Proxy, StringComparison.Ordinal);
            Assert.Equal("http://*:8081", Compose[$"services/{name}/environment/Dnc__GrpcUrl"].Text);
        }
        Assert.Contains("http-check send meth GET uri /readyz", Proxy, StringComparison.Ordinal);
        Assert.Contains("http-check expect status 200", Proxy, StringComparison.Ordinal);
        Assert.Contains("default-server check", Proxy, StringComparison.Ordinal);
        Assert.Contains(proxy["volumes"].Items, volume => volume.Text.StartsWith("./deploy/haproxy.cfg:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_proxy_logs_no_contact_point_and_repeats_no_change()
    {
        var log = Assert.Single(Proxy.Split('\n'), line => line.Contains("log-format", StringComparison.Ordinal));
        // %r, %HU, %HQ and the captures hold the query.
        Assert.DoesNotMatch(WithQuery(), log);
        Assert.DoesNotContain("option httplog", Proxy, StringComparison.Ordinal);
        Assert.Equal("retry-on conn-failure", Assert.Single(Proxy.Split('\n'), line => line.Contains("retry-on", StringComparison.Ordinal)).Trim());
    }

    [Fact]
    public void The_image_runs_as_nobody_special_and_says_how_it_is()
    {
        Assert.Contains("USER $APP_UID", Image, StringComparison.Ordinal);
        Assert.Contains("HEALTHCHECK", Image, StringComparison.Ordinal);
        Assert.Contains("/healthz", Image, StringComparison.Ordinal);
        Assert.Equal(2, Image.Split('\n').Count(line => line.StartsWith("FROM ", StringComparison.Ordinal)));
        Assert.DoesNotContain("DncMutants", Image, StringComparison.Ordinal);
        foreach (var needed in new[] { "global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig", "src/" })
            Assert.Contains($"!{needed}", SourceTree.Read(".dockerignore").Split('\n'));
    }

    [Fact]
    public void What_shows_how_the_nodes_are_comes_with_all_that_it_shows_and_is_for_this_machine_only()
    {
        var (prometheus, grafana) = (Compose["services/prometheus"], Compose["services/grafana"]);
        Assert.Contains(prometheus["volumes"].Items, volume => volume.Text == "./deploy/prometheus:/etc/prometheus:ro");
        foreach (var (mine, theirs) in new[]
        {
            ("./deploy/grafana/provisioning", "/etc/grafana/provisioning"), ("./deploy/grafana/dashboards", grafana["environment/DNC_DASHBOARDS"].Text),
            ("./docs/runbook.md", "/usr/share/grafana/public/dnc/runbook.md"),
        })
        {
            Assert.Contains(grafana["volumes"].Items, volume => volume.Text == $"{mine}:{theirs}:ro");
        }
        Assert.Equal("http://prometheus:9090", grafana["environment/DNC_PROMETHEUS"].Text);
        foreach (var service in new[] { prometheus, grafana })
        {
            Assert.True(service["healthcheck"].Has("test"));
            Assert.All(service["ports"].Items, port => Assert.StartsWith("127.0.0.1:", port.Text, StringComparison.Ordinal));
        }
        Assert.Equal("http://collector:4317", Compose["services/node-1/environment/OTEL_EXPORTER_OTLP_ENDPOINT"].Text);
        var asked = Assert.Single(YamlNode.Read("deploy/prometheus/prometheus.yml"))["scrape_configs"].Items[0]["static_configs"].Items[0]["targets"].Items;
        Assert.Equal(NodeNames.Select(name => $"{name}:8080"), asked.Select(target => target.Text));
    }

    [Fact]
    public void Every_image_that_comes_from_elsewhere_is_of_one_version()
    {
        var images = Compose["services"].Map.Keys.Select(name => Compose[$"services/{name}"]).Where(s => !s.Has("build")).Select(s => s["image"].Text);
        Assert.All(images, image => Assert.Matches(@":v?\d", image));
    }

    [GeneratedRegex(@"%(\{[^}]*\})?(r|HU|HQ|HP|HPO|hr|hs)\b|%\[.*(query|url|capture|hdr).*\]")]
    private static partial Regex WithQuery();
}
