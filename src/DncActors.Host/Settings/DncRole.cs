namespace DncActors.Host.Settings;

/// <summary>What a process is to the others.</summary>
public enum DncRole
{
    /// <summary>Silo and gateway in one: checks are answered from its own memory.</summary>
    Node,

    /// <summary>Grains only, no HTTP API.</summary>
    Silo,

    /// <summary>HTTP only, a client of the silos.</summary>
    Gateway,
}
