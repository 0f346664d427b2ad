using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace DncActors.StorageTests.Ledger;

public sealed class GroupCommitLoopTests : IDisposable
{
    readonly WriteQueue _queue = new(1_000);
    readonly LedgerInstruments _instruments = new();
    readonly List<long> _shown = [];
    readonly GroupCommitLoop _loop;

    public GroupCommitLoopTests()
    {
        _loop = new(_queue, _instruments, NullLogger.Instance);
        _loop.Subscribe(batch => _shown.Add(batch.UpTo));
    }

    public void Dispose() => _instruments.Dispose();

    [Fact]
    public async Task Groups_are_shown_in_the_order_of_their_taking_though_a_later_one_is_written_first()
    {
        using var later = new ManualResetEventSlim();
        var first = new Chunk();
        var second = new Chunk();
        _queue.Add(first);
        _queue.Add(second);
        CommittedBatch? Write(PendingWrite write)
        {
            if (write == first) later.Wait(TestContext.Current.CancellationToken);
            else later.Set();
            return Batch(write == first ? 1 : 2);
        }

        _loop.Start(new Writer(Write), new Writer(Write));

        await Task.WhenAll(first.Answered, second.Answered);
        Assert.Equal([1, 2], _shown);
        await EndAsync();
    }

    [Fact]
    public async Task A_group_that_nobody_knows_of_holds_up_no_other_and_its_writer_is_made_anew()
    {
        var chunks = Enumerable.Range(0, 20).Select(_ => new Chunk()).ToArray();
        foreach (var chunk in chunks) _queue.Add(chunk);
        Writer[] writers = [new(Write), new(Write)];
        CommittedBatch? Write(PendingWrite write) => Array.IndexOf(chunks, write) is var at && at % 5 == 3
            ? throw new GroupFaultException(ofTheRows: false, new TimeoutException("lost"))
            : Batch(at);

        _loop.Start(writers);
        await EndAsync();

        for (var i = 0; i < chunks.Length; i++)
        {
            if (i % 5 == 3) await Assert.ThrowsAsync<LedgerUnavailableException>(() => chunks[i].Answered);
            else await chunks[i].Answered;
        }
        Assert.Equal(Enumerable.Range(0, 20).Where(i => i % 5 != 3).Select(i => (long)i), _shown);
        Assert.InRange(writers.Sum(writer => writer.Reopened), 1, 4);
        Assert.All(writers, writer => Assert.True(writer.IsDisposed));
    }

    Task EndAsync()
    {
        _queue.Close();
        return _loop.Ended;
    }

    static CommittedBatch Batch(long upTo) => new(upTo - 1, upTo, []);

    sealed class Chunk : PendingWrite
    {
        readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override int Bytes => WriteQueue.LargeBytes;

        internal Task Answered => _answered.Task;

        public override void Complete() => _answered.SetResult();

        public override void Fail(Exception fault) => _answered.SetException(fault);
    }

    sealed class Writer(Func<PendingWrite, CommittedBatch?> write) : IGroupWriter
    {
        internal int Reopened { get; private set; }

        internal bool IsDisposed { get; private set; }

        public CommittedBatch? Write(IReadOnlyList<PendingWrite> group, Action<CommittedBatch?>? beforeCommit) => write(Assert.Single(group));

        public void Reopen() => Reopened++;

        public void Dispose() => IsDisposed = true;
    }
}
