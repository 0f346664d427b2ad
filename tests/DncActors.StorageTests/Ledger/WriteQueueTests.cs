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
        Assert.False(queue.Take([], out _));
    }

    [Fact]
    public async Task Small_writes_wait_together_for_the_end_of_what_is_being_written()
    {
        var (queue, _) = Filled(10);
        Begin(queue, 0);
        for (var i = 0; i < 300; i++) queue.Add(new Write(10));
        var next = TakeOnAnotherThread(queue);
        Assert.False(next.IsCompleted);

        queue.Written();

        Assert.Equal(WriteQueue.MaxGroup, (await next).Length);
    }

    [Fact]
    public async Task A_chunk_of_an_import_goes_ahead_at_once_and_small_writes_that_came_before_it_go_first()
    {
        const int Large = WriteQueue.LargeBytes;
        var (queue, writes) = Filled(Large, Large);
        Assert.Equal([writes[0]], Begin(queue, 0));
        Assert.Equal([writes[1]], Begin(queue, 1));

        queue.Add(new Write(Large));
        queue.Add(new Write(10));
        var next = TakeOnAnotherThread(queue);
        Assert.False(next.IsCompleted);
        queue.Written();
        queue.Written();
        Assert.Equal(10, (await next).Single().Bytes);
        Assert.Equal(Large, Begin(queue, 3).Single().Bytes);
    }

    [Fact]
    public async Task Whoever_waits_at_a_closed_queue_is_told_when_the_last_group_is_written()
    {
        var (queue, _) = Filled(10, 10);
        Begin(queue, 0);
        queue.Add(new Write(10));
        var next = TakeOnAnotherThread(queue);
        queue.Close();

        queue.Written();

        Assert.Single(await next);
        Assert.False(queue.Take([], out _));
    }

    static (WriteQueue Queue, PendingWrite[] Writes) Filled(params int[] sizes)
    {
        var queue = new WriteQueue(1_000);
        PendingWrite[] writes = [.. sizes.Select(s => new Write(s))];
        foreach (var write in writes) queue.Add(write);
        return (queue, writes);
    }

    /// <summary>Taken and written.</summary>
    static PendingWrite[] Take(WriteQueue queue)
    {
        var group = new List<PendingWrite>();
        Assert.True(queue.Take(group, out _));
        queue.Written();
        return [.. group];
    }

    /// <summary>Taken, and being written.</summary>
    static PendingWrite[] Begin(WriteQueue queue, long turn)
    {
        var group = new List<PendingWrite>();
        Assert.True(queue.Take(group, out var its));
        Assert.Equal(turn, its);
        return [.. group];
    }

    static Task<PendingWrite[]> TakeOnAnotherThread(WriteQueue queue)
    {
        var taken = new TaskCompletionSource<PendingWrite[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            var group = new List<PendingWrite>();
            queue.Take(group, out _);
            taken.SetResult([.. group]);
        }).Start();
        return taken.Task;
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
