namespace DncActors.Host.Settings;

/// <summary>Where everything is kept.</summary>
public enum StorageKind
{
    /// <summary>Two files in the data directory, written by this process alone.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server that several processes share.</summary>
    Postgres,
}
