namespace DncActors.Grains;

/// <summary>The Orleans grain storages that the grains ask for.</summary>
public static class GrainStorageNames
{
    /// <summary>Holds what may lag or can be rebuilt: cursors, counters.</summary>
    public const string Dnc = "dnc";
}
