namespace DncActors.TestServers;

/// <summary>A direction on a wire.</summary>
public enum WireWay
{
    /// <summary>From whoever connected to the server.</summary>
    There,

    /// <summary>From the server to whoever connected.</summary>
    Back,
}
