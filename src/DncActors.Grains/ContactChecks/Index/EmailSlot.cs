namespace DncActors.Grains.ContactChecks.Index;

/// <summary>An email in 24 bytes: the two halves of its keyed hash.</summary>
readonly record struct EmailSlot(ulong Hash, ulong Rest, BlockValue Value) : ISlot<EmailSlot>
{
    public bool SameKey(in EmailSlot other) => Hash == other.Hash && Rest == other.Rest;
}
