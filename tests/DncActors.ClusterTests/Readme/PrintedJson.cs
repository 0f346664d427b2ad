using System.Text.Json;

namespace DncActors.ClusterTests.Readme;

/// <summary>
/// Compares an answer with one that is printed for people. "…" in a text stands for anything; as the last item of a list, or as a field, for what is
/// left out. Everything
/// else that is printed must be so, and nothing may be left out in silence.
/// </summary>
public static class PrintedJson
{
    const string Anything = "…";

    /// <returns>Where they differ; nothing where they agree.</returns>
    public static IEnumerable<string> Differences(JsonElement printed, JsonElement real, string path = "$")
    {
        if (printed.ValueKind == JsonValueKind.String && IsLike(printed.GetString()!, real)) return [];
        return (printed.ValueKind, real.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => Fields(printed, real, path),
            (JsonValueKind.Array, JsonValueKind.Array) => Items(printed, real, path),
            _ => printed.GetRawText() == real.GetRawText() ? [] : [$"{path}: printed {printed.GetRawText()}, is {real.GetRawText()}"],
        };
    }

    static IEnumerable<string> Fields(JsonElement printed, JsonElement real, string path)
    {
        foreach (var field in printed.EnumerateObject().Where(field => field.Name != Anything))
        {
            if (!real.TryGetProperty(field.Name, out var value)) yield return $"{path}.{field.Name}: is not there";
            else foreach (var difference in Differences(field.Value, value, $"{path}.{field.Name}")) yield return difference;
        }
        if (printed.TryGetProperty(Anything, out _)) yield break;
        foreach (var field in real.EnumerateObject())
        {
            if (!printed.TryGetProperty(field.Name, out _)) yield return $"{path}.{field.Name}: is not printed; it is {field.Value.GetRawText()}";
        }
    }

    static IEnumerable<string> Items(JsonElement printed, JsonElement real, string path)
    {
        var (some, all) = (printed.EnumerateArray().ToList(), real.EnumerateArray().ToList());
        var open = some.Count > 0 && some[^1].ValueKind == JsonValueKind.String && some[^1].GetString() == Anything;
        if (open) some.RemoveAt(some.Count - 1);
        if (open ? all.Count < some.Count : all.Count != some.Count) return [$"{path}: printed {some.Count} items, there are {all.Count}"];
        return some.Index().SelectMany(item => Differences(item.Item, all[item.Index], $"{path}[{item.Index}]"));
    }

    static bool IsLike(string printed, JsonElement real)
    {
        if (!printed.Contains(Anything, StringComparison.Ordinal)) return false;
        if (printed == Anything) return true;
        var (start, end) = (printed[..printed.IndexOf('…', StringComparison.Ordinal)], printed[(printed.LastIndexOf('…') + 1)..]);
        return real.ValueKind == JsonValueKind.String && real.GetString() is { } text && text.Length >= start.Length + end.Length
            && text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal);
    }
}
