namespace DncActors.Grains.ContactChecks.Index;

/// <summary>The segments of one organization and one kind of contact point, each made when it is first needed and growing by itself.</summary>
sealed class OrganizationSegments<TSlot>
    where TSlot : struct, ISlot<TSlot>
{
    readonly Segment<TSlot>?[] _segments = new Segment<TSlot>?[OrganizationSegments.Count];

    public long Count => _segments.Sum(s => (long)(s?.Count ?? 0));

    public long Length => _segments.Sum(s => (long)(s?.Length ?? 0));

    public BlockValue Find(in TSlot key) => Volatile.Read(ref SegmentOf(key.Hash))?.Find(key) ?? default;

    public ulong Touch(ulong hash) => Volatile.Read(ref SegmentOf(hash))?.Touch(hash) ?? 0;

    public void Set(in TSlot slot)
    {
        ref var segment = ref SegmentOf(slot.Hash);
        if (segment is null)
        {
            // Seen by readers only with the slot in it.
            var first = new Segment<TSlot>();
            first.Set(slot);
            Volatile.Write(ref segment, first);
            return;
        }
        segment.Set(slot);
    }

    public void Remove(in TSlot key) => SegmentOf(key.Hash)?.Remove(key);

    ref Segment<TSlot>? SegmentOf(ulong hash) => ref _segments[hash >> (64 - OrganizationSegments.Bits)];
}

static class OrganizationSegments
{
    /// <summary>The top bits of a hash choose its segment, the others its place there.</summary>
    public const int Bits = 6;

    public const int Count = 1 << Bits;
}
