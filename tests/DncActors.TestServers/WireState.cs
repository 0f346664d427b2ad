namespace DncActors.TestServers;

/// <summary>What becomes of what is sent one way.</summary>
public enum WireState
{
    Open,

    /// <summary>It is kept, and arrives late, when the wire is open again: the connection stands and nothing comes.</summary>
    Held,

    /// <summary>It is lost: only a reset can follow.</summary>
    Lost,
}
