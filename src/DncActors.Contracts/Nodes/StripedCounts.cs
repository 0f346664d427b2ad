using System.Numerics;

namespace DncActors.Contracts.Nodes;

/// <summary>
/// Counts that many threads add to at once, tens of thousands of times a second: each processor adds to lines of its own, and a reader, who comes seldom,
/// adds them up. A count is never lost; of what is added while it is read, some may be missing until the next reading.
/// </summary>
public sealed class StripedCounts
{
    /// <summary>Two lines of 64 bytes: neighbours are fetched in pairs.</summary>
    const int Apart = 16;

    readonly long[] _counts;
    readonly int _stride;
    readonly int _mask;

    /// <param name="slots">How many counts; at least one.</param>
    public StripedCounts(int slots)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1);
        Slots = slots;
        _stride = ((slots + Apart - 1) / Apart * Apart) + Apart;
        var stripes = (int)BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount);
        _mask = stripes - 1;
        _counts = new long[stripes * _stride];
    }

    public int Slots { get; }

    /// <param name="slot">From 0 to one less than <see cref="Slots"/>.</param>
    public void Add(int slot, long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)slot, (uint)Slots, nameof(slot));
        Interlocked.Add(ref _counts[((Thread.GetCurrentProcessorId() & _mask) * _stride) + slot], count);
    }

    public long Read(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)slot, (uint)Slots, nameof(slot));
        var sum = 0L;
        for (var at = slot; at < _counts.Length; at += _stride) sum += Volatile.Read(ref _counts[at]);
        return sum;
    }
}
