using DncActors.Domain.Ledger;
using DncActors.Grains.Events;

namespace DncActors.UnitTests.Events;

public sealed class ChangeRingTests
{
    [Fact]
    public void A_ring_says_when_it_does_not_reach_back_far_enough()
    {
        var ring = new ChangeRing(mostWeight: 3);
        Assert.False(ring.TryRead(0, _ => true, 10, [], out _));

        for (var sequence = 1L; sequence <= 10; sequence++) ring.OnApplied([Change(sequence)], sequence - 1, sequence);

        Assert.False(ring.TryRead(6, _ => true, 10, [], out _));
        var into = new List<Change>();
        Assert.True(ring.TryRead(7, _ => true, 10, into, out var reached));
        Assert.Equal([8L, 9, 10], into.Select(c => c.Sequence));
        Assert.Equal(10, reached);
    }

    [Fact]
    public void A_full_page_leads_only_as_far_as_it_goes()
    {
        var ring = new ChangeRing(mostWeight: 100);
        ring.OnApplied([Change(5), Change(7), Change(9)], 0, 12);
        var into = new List<Change>();

        Assert.True(ring.TryRead(0, _ => true, 2, into, out var reached));
        Assert.Equal([5L, 7], into.Select(c => c.Sequence));
        Assert.Equal(7, reached);

        into.Clear();
        Assert.True(ring.TryRead(reached, _ => true, 2, into, out reached));
        Assert.Equal([9L], into.Select(c => c.Sequence));
        Assert.Equal(12, reached);
    }

    [Fact]
    public void A_long_run_of_unwanted_changes_leads_past_them()
    {
        var ring = new ChangeRing(mostWeight: 100);
        ring.OnApplied([Change(5), Change(7)], 0, 8);

        Assert.True(ring.TryRead(0, _ => false, 2, [], out var reached));

        Assert.Equal(8, reached);
    }

    static Change Change(long sequence) => new(sequence, Guid.Empty, "acme", default, "ann", new() { Type = ChangeTypes.EntriesAdded }, []);
}
