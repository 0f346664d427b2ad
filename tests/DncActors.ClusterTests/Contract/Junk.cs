using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DncActors.ClusterTests.Contract;

/// <summary>Bodies that nobody should send, made from one that is right.</summary>
public static class Junk
{
    static readonly string[] Values =
    [
        "null", "true", "-1", "1e400", "0.5", "\"\"", "\" \"", "[]", "{}", "[[[[]]]]", "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\\u2066x\"", "[null]",
            "{\"a\":1}",
        "99999999999999999999", "\"2026-13-45T99:99:99Z\"", "\"../../etc/passwd\"", "\"' OR 1=1 --\"", "\"\U0001F4DE\"",
    ];

    /// <summary>Every field of the sample (deeply) replaced by each junk value, doubled, taken away; and bodies that are no such object at all.</summary>
    public static IEnumerable<byte[]> Of(string sample)
    {
        foreach (var text in new[] { "", "{", "nul", "[]", "\"x\"", "{}", "{\"surprise\":1}", sample + "x", "/* c */" + sample, sample.TrimEnd('}') + ",}" })
        {
            yield return Encoding.UTF8.GetBytes(text);
        }
        yield return [0xFF, 0xFE, 0x00];
        yield return [.. Encoding.UTF8.GetBytes(sample[..^1]), 0xC3, 0x28];
        yield return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5_000)));
        yield return Encoding.UTF8.GetBytes(sample.TrimEnd('}') + $",\"surprise\":{new string('[', 500)}{new string(']', 500)}}}");
        var node = JsonNode.Parse(sample)!;
        foreach (var path in Paths(node, ""))
        {
            foreach (var value in Values.Append(JsonSerializer.Serialize(new string('x', 70_000))))
            {
                yield return Encoding.UTF8.GetBytes(Replace(sample, path, value));
            }
            yield return Encoding.UTF8.GetBytes(Remove(sample, path));
        }
        foreach (var name in node.AsObject().Select(p => p.Key))
        {
            yield return Encoding.UTF8.GetBytes($"{{\"{name}\":null,{sample[1..]}");
        }
    }

    static IEnumerable<string> Paths(JsonNode? node, string path)
    {
        var children = node switch
        {
            JsonObject o => o.Select(p => ($"{path}/{p.Key}", p.Value)),
            JsonArray a => a.Take(1).Select((v, i) => ($"{path}/{i}", v)),
            _ => [],
        };
        return children.SelectMany(c => Paths(c.Item1.Length == 0 ? null : c.Item2, c.Item1).Prepend(c.Item1));
    }

    static string Replace(string sample, string path, string value)
    {
        const string mark = "@@junk@@";
        return Edit(sample, path, (parent, key) => Set(parent, key, JsonValue.Create(mark))).Replace($"\"{mark}\"", value, StringComparison.Ordinal);
    }

    static string Remove(string sample, string path) => Edit(sample, path, (parent, key) =>
    {
        if (parent is JsonObject o)
        {
            o.Remove(key);
        }
        else
        {
            parent.AsArray().RemoveAt(int.Parse(key, null));
        }
    });

    static void Set(JsonNode parent, string key, JsonNode value)
    {
        if (parent is JsonObject o)
        {
            o[key] = value;
        }
        else
        {
            parent.AsArray()[int.Parse(key, null)] = value;
        }
    }

    static string Edit(string sample, string path, Action<JsonNode, string> edit)
    {
        var root = JsonNode.Parse(sample)!;
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parent = steps[..^1].Aggregate(root, (n, s) => n is JsonObject o ? o[s]! : n.AsArray()[int.Parse(s, null)]!);
        edit(parent, steps[^1]);
        return root.ToJsonString();
    }
}
