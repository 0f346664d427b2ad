using DncActors.Storage.Ledger;

namespace DncActors.StorageTests.Ledger;

public sealed class WriteQueueTests
{
    [Fact]
    public void What_waits_is_taken_in_order_and_together()
    {
        var (queue, writes) = Filled(10, 10, 10);
        Assert.Equal(writes, Take(queue));
    }

    [Fact]
    public void A_group_has_a_most_of_writes_and_of_bytes()
    {
        var (many, _) = Filled([.. Enumerable.Repeat(10, 300)]);
        Assert.Equal([256, 44], [Take(many).Length, Take(many).Length]);

        var (heavy, _) = Filled([.. Enumerable.Repeat(60_000, 30)]);
        Assert.Equal([18, 12], [Take(heavy).Length, Take(heavy).Length]);
    }

    [Fact]
    public void Chunks_of_imports_go_one_at_a_time_between_groups_of_small_writes()
    {
        const int Large = WriteQueue.LargeBytes;
        var (queue, writes) = Filled(Large, Large, Large, 10);

        // The small one came last and waits behind one chunk at most.
        Assert.Equal([writes[3]], Take(queue));
        Assert.Equal([writes[0]], Take(queue));
        queue.Add(new Write(10));
        Assert.Equal(10, Take(queue).Single().Bytes);
        queue.Add(new Write(10));
        Assert.Equal([writes[1]], Take(queue));
        Assert.Equal(10, Take(queue).Single().Bytes);
        Assert.Equal([writes[2]], Take(queue));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void A_closed_queue_gives_what_it_has_and_then_ends()
    {
        var (queue, writes) = Filled(10);
        queue.Close();
        Assert.Throws<Domain.Ledger.LedgerUnavailableException>(() => queue.Add(new Write(10)));
        Assert.Equal(writes, Take(queue));
        Assert.False(queue.Take([]));
    }

    static (WriteQueue Queue, PendingWrite[] Writes) Filled(params int[] sizes)
    {
        var queue = new WriteQueue(1_000);
        PendingWrite[] writes = [.. sizes.Select(s => new Write(s))];
        foreach (var write in writes) queue.Add(write);
        return (queue, writes);
    }

    static PendingWrite[] Take(WriteQueue queue)
    {
        var group = new List<PendingWrite>();
        Assert.True(queue.Take(group));
        return [.. group];
    }

    sealed class Write(int bytes) : PendingWrite
    {
        public override int Bytes => bytes;

        public override void Complete()
        {
        }

        public override void Fail(Exception fault)
        {
        }
    }
}
