using System.Text.Json;

namespace DncActors.TestServers.Dashboards;

/// <summary>Where a panel is, in Grafana's grid of 24 columns.</summary>
public readonly record struct PanelPlace(int Left, int Top, int Width, int Height)
{
    public bool Overlaps(PanelPlace other) =>
        Left < other.Left + other.Width && other.Left < Left + Width && Top < other.Top + other.Height && other.Top < Top + Height;

    internal static PanelPlace Of(JsonElement place) => new(
        place.GetProperty("x").GetInt32(), place.GetProperty("y").GetInt32(), place.GetProperty("w").GetInt32(), place.GetProperty("h").GetInt32());
}
