namespace DncActors.UnitTests.Leases;

sealed record SimBatch(long After, long UpTo, SimChange[] Changes)
{
    /// <summary>Asks only.</summary>
    public static SimBatch Empty(long upTo) => new(upTo, upTo, []);
}
