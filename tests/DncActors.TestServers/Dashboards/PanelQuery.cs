using System.Text.Json;
using System.Text.RegularExpressions;

namespace DncActors.TestServers.Dashboards;

/// <summary>What a panel asks Prometheus.</summary>
/// <param name="IsOfNow">It asks for one moment, and not for a time.</param>
public sealed partial record PanelQuery(string Expression, string Legend, bool IsOfNow)
{
    /// <summary>As Grafana sends it when everything is chosen.</summary>
    /// <param name="rateInterval">At least four times as long as Prometheus waits before it looks again.</param>
    public string Send(TimeSpan rateInterval) => Expression
        .Replace("$__rate_interval", $"{(int)rateInterval.TotalSeconds}s", StringComparison.Ordinal)
        .Replace("$instance", ".*", StringComparison.Ordinal)
        .Replace("$organization", ".*", StringComparison.Ordinal);

    /// <summary>The labels that a line is named by.</summary>
    public IEnumerable<string> Labels => Label().Matches(Legend).Select(label => label.Groups[1].Value);

    /// <summary>The name of a line.</summary>
    public string NameOf(IReadOnlyDictionary<string, string> labels) => Label().Replace(Legend, label => labels.GetValueOrDefault(label.Groups[1].Value, ""));

    internal static PanelQuery Of(JsonElement target) => new(
        target.GetProperty("expr").GetString()!, target.GetProperty("legendFormat").GetString()!, target.GetProperty("instant").GetBoolean());

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Label();
}
