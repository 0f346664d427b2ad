namespace DncActors.UnitTests.Leases;

/// <summary>What a client wants to be written, and repeats until it is told that it was.</summary>
sealed class SimCommit(int id, int[] keys, long[] until, int gap)
{
    public int Id => id;

    public int[] Keys => keys;

    public long[] Until => until;

    public int Gap => gap;

    public bool IsAcknowledged { get; set; }
}
