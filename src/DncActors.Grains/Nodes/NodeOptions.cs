namespace DncActors.Grains.Nodes;

/// <summary>What a node is called to others; set by the host.</summary>
public sealed class NodeOptions
{
    /// <summary>Of the process. Default: node.</summary>
    public string Role { get; set; } = "node";

    /// <summary>Of the program. Default: unknown.</summary>
    public string Version { get; set; } = "unknown";
}
