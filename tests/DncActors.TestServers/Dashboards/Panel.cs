using System.Text.Json;

namespace DncActors.TestServers.Dashboards;

/// <summary>One picture of a dashboard.</summary>
/// <param name="Kind"><c>timeseries</c>, <c>stat</c> or <c>bargauge</c>.</param>
/// <param name="Thresholds">From where on a value has this colour; the first has no value.</param>
/// <param name="Words">What is shown instead of some values.</param>
public sealed record Panel(
    int Id,
    string Kind,
    string Title,
    string Description,
    PanelPlace Place,
    string Unit,
    bool IsStacked,
    IReadOnlyList<(double? From, string Colour)> Thresholds,
    IReadOnlyDictionary<double, string> Words,
    IReadOnlyList<string> Links,
    IReadOnlyList<PanelQuery> Queries)
{
    internal static Panel Of(JsonElement panel)
    {
        var defaults = panel.GetProperty("fieldConfig").GetProperty("defaults");
        return new(
            panel.GetProperty("id").GetInt32(),
            panel.GetProperty("type").GetString()!,
            panel.GetProperty("title").GetString()!,
            panel.GetProperty("description").GetString()!,
            PanelPlace.Of(panel.GetProperty("gridPos")),
            defaults.TryGetProperty("unit", out var unit) ? unit.GetString()! : "",
            defaults.TryGetProperty("custom", out var custom) && custom.GetProperty("stacking").GetProperty("mode").GetString() == "normal",
            [.. defaults.GetProperty("thresholds").GetProperty("steps").EnumerateArray().Select(Threshold)],
            defaults.TryGetProperty("mappings", out var mappings) ? mappings.EnumerateArray().SelectMany(WordsOf).ToDictionary() : [],
            panel.TryGetProperty("links", out var links) ? [.. links.EnumerateArray().Select(link => link.GetProperty("url").GetString()!)] : [],
            [.. panel.GetProperty("targets").EnumerateArray().Select(PanelQuery.Of)]);
    }

    static (double? From, string Colour) Threshold(JsonElement step) => (
        step.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null,
        step.GetProperty("color").GetString()!);

    static IEnumerable<KeyValuePair<double, string>> WordsOf(JsonElement mapping) => mapping.GetProperty("options").EnumerateObject().Select(
        word => KeyValuePair.Create(double.Parse(word.Name, System.Globalization.CultureInfo.InvariantCulture), word.Value.GetProperty("text").GetString()!));
}
