namespace DncActors.UnitTests.Leases;

/// <summary>A contact point is blocked until then, by the database's time, as of this sequence.</summary>
sealed record SimChange(long Sequence, int Commit, int Key, long Until);
