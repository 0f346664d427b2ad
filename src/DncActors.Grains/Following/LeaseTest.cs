namespace DncActors.Grains.Following;

/// <summary>The lease at one moment.</summary>
/// <param name="NowMilliseconds">The database's time as this node knows it, Unix milliseconds: it never runs ahead of the database's own.</param>
readonly record struct LeaseTest(bool Holds, long NowMilliseconds);
