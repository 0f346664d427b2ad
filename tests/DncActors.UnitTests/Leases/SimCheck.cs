using DncActors.Grains.Following;

namespace DncActors.UnitTests.Leases;

/// <summary>A contact check under way: it has arrived, then the lease is tested, then it is looked up.</summary>
sealed class SimCheck(SimProcess process, int key, long acknowledged)
{
    public SimProcess Process => process;

    public int Key => key;

    /// <summary>What was acknowledged when it began.</summary>
    public long Acknowledged => acknowledged;

    public LeaseTest? Test { get; set; }

    /// <summary>The mutant's: what was looked up before.</summary>
    public bool? Allowed { get; set; }
}
