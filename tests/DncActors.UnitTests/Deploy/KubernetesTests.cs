using DncActors.Host.Settings;

namespace DncActors.UnitTests.Deploy;

/// <summary>What must be in the files for Kubernetes.</summary>
public sealed class KubernetesTests
{
    const string Folder = "deploy/kubernetes";

    static readonly YamlNode Nodes = Assert.Single(YamlNode.Read($"{Folder}/nodes.yaml"));
    static readonly YamlNode Settings = Assert.Single(YamlNode.Read($"{Folder}/configuration.yaml"));
    static readonly IReadOnlyList<YamlNode> Services = YamlNode.Read($"{Folder}/services.yaml");
    static readonly IReadOnlyList<YamlNode> Protection = YamlNode.Read($"{Folder}/protection.yaml");

    static YamlNode Pod => Nodes["spec/template/spec"];

    static YamlNode Node => Pod["containers/node"];

    [Fact]
    public void Every_file_is_applied()
    {
        var files = Assert.Single(YamlNode.Read($"{Folder}/kustomization.yaml"))["resources"].Items.Select(file => file.Text);
        var there = Directory.EnumerateFiles(Path.Combine(HouseRules.SourceTree.Root, Folder), "*.yaml").Select(Path.GetFileName);
        Assert.Equal(there.Where(file => file != "kustomization.yaml").Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_is_of_the_same_nodes()
    {
        var labels = Nodes["spec/template/metadata/labels"].Map;
        IEnumerable<YamlNode> selectors =
        [
            Nodes["spec/selector/matchLabels"], .. Services.Select(service => service["spec/selector"]),
            Protection[0]["spec/selector/matchLabels"], Protection[1]["spec/podSelector/matchLabels"],
            Pod["topologySpreadConstraints"].Items[0]["labelSelector/matchLabels"],
        ];
        Assert.All(selectors, selector => Assert.Equal(labels, selector.Map));
    }

    [Fact]
    public void The_settings_are_the_hosts()
    {
        var given = Settings["data"].Map.Concat(Node["env"].Items.Select(item => KeyValuePair.Create(item["name"].Text, (string?)null)));
        SettingsCheck.AllAreKnown(given);

        Assert.Equal("dncactors", Node["envFrom"].Items[0]["configMapRef/name"].Text);
        Assert.Equal(Settings["metadata/name"].Text, Node["envFrom"].Items[0]["configMapRef/name"].Text);
        Assert.Equal("status.podIP", Node["env/Dnc__AdvertisedAddress/valueFrom/fieldRef/fieldPath"].Text);
        Assert.Equal(Settings["data/Dnc__SiloPort"].Text, Node["ports/silo/containerPort"].Text);
        Assert.Equal(Settings["data/Dnc__GatewayPort"].Text, Node["ports/gateway/containerPort"].Text);
        Assert.Equal($"http://*:{Node["ports/grpc/containerPort"].Text}", Settings["data/Dnc__GrpcUrl"].Text);
        Assert.Equal(nameof(StorageKind.Postgres), Settings["data/Dnc__Storage"].Text, ignoreCase: true);
    }

    [Theory]
    [InlineData("Dnc__ConnectionString")]
    [InlineData("Dnc__BootstrapKey")]
    public void Secrets_stand_in_no_file(string setting)
    {
        Assert.True(Node[$"env/{setting}/valueFrom"].Has("secretKeyRef"));
        Assert.False(Settings["data"].Has(setting));
    }

    [Fact]
    public void A_node_is_restarted_by_its_health_and_asked_by_its_readiness()
    {
        Assert.Equal("/healthz", Node["startupProbe/httpGet/path"].Text);
        Assert.Equal("/healthz", Node["livenessProbe/httpGet/path"].Text);
        Assert.Equal("/readyz", Node["readinessProbe/httpGet/path"].Text);
        foreach (var probe in new[] { "startupProbe", "livenessProbe", "readinessProbe" })
        {
            Assert.Equal("http", Node[$"{probe}/httpGet/port"].Text);
            Assert.InRange(Node[$"{probe}/timeoutSeconds"].Number, 2, Node[$"{probe}/periodSeconds"].Number);
        }
        // A pause that costs a node its readiness must not cost it its life.
        Assert.True(Node["livenessProbe/periodSeconds"].Number * Node["livenessProbe/failureThreshold"].Number >= 60);
    }

    [Fact]
    public void A_stop_has_the_time_that_it_takes()
    {
        var drain = 25;
        Assert.True(Pod["terminationGracePeriodSeconds"].Number >= Node["lifecycle/preStop/sleep/seconds"].Number + drain + 10);
    }

    [Fact]
    public void Three_nodes_lose_one_at_a_time()
    {
        Assert.Equal("StatefulSet", Nodes["kind"].Text);
        Assert.True(Nodes["spec/replicas"].Number >= 3);
        Assert.Equal("PodDisruptionBudget", Protection[0]["kind"].Text);
        Assert.Equal(1, Protection[0]["spec/maxUnavailable"].Number);
        Assert.Equal("kubernetes.io/hostname", Pod["topologySpreadConstraints"].Items[0]["topologyKey"].Text);
    }

    [Fact]
    public void Only_ready_nodes_are_asked_and_only_nodes_reach_silos()
    {
        var (api, names) = (Services[0], Services[1]);
        Assert.Equal("http", api["spec/ports/http/targetPort"].Text);
        Assert.Equal("grpc", api["spec/ports/grpc/targetPort"].Text);
        Assert.False(api["spec"].Has("publishNotReadyAddresses"));
        Assert.Equal(("None", Nodes["spec/serviceName"].Text), (names["spec/clusterIP"].Text, names["metadata/name"].Text));

        var ingress = Protection[1]["spec/ingress"].Items;
        Assert.Equal(["http", "grpc"], ingress[0]["ports"].Items.Select(port => port["port"].Text));
        Assert.Equal(["silo", "gateway"], ingress[1]["ports"].Items.Select(port => port["port"].Text));
        Assert.Equal(Nodes["spec/template/metadata/labels"].Map, Assert.Single(ingress[1]["from"].Items)["podSelector/matchLabels"].Map);
    }

    [Fact]
    public void A_node_has_few_rights_and_known_needs()
    {
        Assert.Equal("true", Pod["securityContext/runAsNonRoot"].Text);
        Assert.Equal("false", Pod["automountServiceAccountToken"].Text);
        Assert.Equal("true", Node["securityContext/readOnlyRootFilesystem"].Text);
        Assert.Equal("false", Node["securityContext/allowPrivilegeEscalation"].Text);
        Assert.Equal(["ALL"], Node["securityContext/capabilities/drop"].Items.Select(item => item.Text));
        Assert.Equal(Node["resources/requests/memory"].Text, Node["resources/limits/memory"].Text);
        Assert.True(Node["resources/requests"].Has("cpu"));
    }
}
