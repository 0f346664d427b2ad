using System.Globalization;
using System.Text.Json;

namespace DncActors.TestServers.Prometheus;

/// <summary>One line of an answer: its labels, and its values at their times.</summary>
public sealed record PrometheusSeries(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<(DateTimeOffset At, double Value)> Values)
{
    /// <summary>Whether there is a number in it at all.</summary>
    public bool HasData => Values.Any(v => !double.IsNaN(v.Value));

    /// <summary>Of an answer's data: a vector, a matrix or a scalar.</summary>
    internal static IReadOnlyList<PrometheusSeries> Read(JsonElement data)
    {
        var result = data.GetProperty("result");
        if (data.GetProperty("resultType").GetString() == "scalar") return [new(new Dictionary<string, string>(), [Value(result)])];
        return [.. result.EnumerateArray().Select(Of)];
    }

    static PrometheusSeries Of(JsonElement series) => new(
        series.GetProperty("metric").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!),
        series.TryGetProperty("values", out var values) ? [.. values.EnumerateArray().Select(Value)] : [Value(series.GetProperty("value"))]);

    static (DateTimeOffset At, double Value) Value(JsonElement pair) => (
        DateTimeOffset.FromUnixTimeMilliseconds((long)(pair[0].GetDouble() * 1_000)),
        pair[1].GetString() switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            var number => double.Parse(number!, CultureInfo.InvariantCulture),
        });
}
