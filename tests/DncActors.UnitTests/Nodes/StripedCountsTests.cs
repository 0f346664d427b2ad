using DncActors.Contracts.Nodes;

namespace DncActors.UnitTests.Nodes;

public sealed class StripedCountsTests
{
    [Fact]
    public void Nothing_is_lost_of_what_many_threads_add_at_once()
    {
        const int Threads = 8, Times = 20_000;
        var counts = new StripedCounts(3);
        using var start = new Barrier(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(n => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < Times; i++) counts.Add(n % 2);
        }))];

        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        Assert.Equal((Threads / 2 * Times, Threads / 2 * Times, 0), (counts.Read(0), counts.Read(1), counts.Read(2)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(160)]
    public void Each_slot_counts_for_itself(int slots)
    {
        var counts = new StripedCounts(slots);
        for (var slot = 0; slot < slots; slot++) counts.Add(slot, slot + 1);

        Assert.Equal(Enumerable.Range(1, slots).Select(n => (long)n), Enumerable.Range(0, slots).Select(counts.Read));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_slot_that_is_not_there_is_refused_and_counts_for_no_other(int slot)
    {
        var counts = new StripedCounts(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Add(slot));
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Read(slot));
        Assert.All(Enumerable.Range(0, 3), known => Assert.Equal(0, counts.Read(known)));
    }
}
