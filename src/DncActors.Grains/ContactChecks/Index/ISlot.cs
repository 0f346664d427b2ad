namespace DncActors.Grains.ContactChecks.Index;

/// <summary>A place in a segment. Slots are ordered by <see cref="Hash"/>; a hash of 0 is an empty place.</summary>
interface ISlot<TSelf>
    where TSelf : struct, ISlot<TSelf>
{
    ulong Hash { get; }

    BlockValue Value { get; }

    bool SameKey(in TSelf other);
}
