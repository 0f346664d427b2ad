namespace DncActors.Grains.Leases;

/// <summary>The lease as checks see it: one reference, replaced whole, so that no check sees a part of one lease and a part of the next.</summary>
/// <param name="Epoch">0: none.</param>
/// <param name="MayAnswer">The log was applied up to where this epoch must have it.</param>
/// <param name="CountsFrom">Null: nothing that was asked for is known to be still good.</param>
/// <param name="DatabaseMilliseconds">The database's time in its last answer, Unix milliseconds.</param>
sealed record LeaseSnapshot(long Epoch, bool MayAnswer, Moment? CountsFrom, long DatabaseMilliseconds)
{
    public static readonly LeaseSnapshot None = new(0, false, null, 0);
}
