using System.Text.Json;

namespace DncActors.TestServers.Dashboards;

/// <summary>A dashboard as its file says it.</summary>
/// <param name="Name">The file's, without its end.</param>
public sealed record Dashboard(string Name, string Uid, string Title, string Description, IReadOnlyList<Panel> Panels, JsonElement Json)
{
    /// <summary>Where they are, from the root of the tree.</summary>
    public const string Folder = "deploy/grafana/dashboards";

    /// <param name="root">Of the source tree.</param>
    public static IReadOnlyList<Dashboard> ReadAll(string root) =>
        [.. Directory.EnumerateFiles(Path.Combine(root, Folder), "*.json").Order(StringComparer.Ordinal).Select(Read)];

    static Dashboard Read(string file)
    {
        var json = JsonElement.Parse(File.ReadAllText(file));
        return new(
            Path.GetFileNameWithoutExtension(file),
            json.GetProperty("uid").GetString()!,
            json.GetProperty("title").GetString()!,
            json.GetProperty("description").GetString()!,
            [.. json.GetProperty("panels").EnumerateArray().Select(Panel.Of)],
            json);
    }
}
