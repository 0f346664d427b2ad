using DncActors.Domain.Ledger;

namespace DncActors.StorageTests.Ledger;

/// <summary>Who is told when: that a commit may be written, that it is in the record, that this node has taken it in.</summary>
public abstract class LedgerTurnSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task While_the_subscriber_sees_one_commit_the_next_is_written()
    {
        var first = new Written();
        using var nextIsWritten = new ManualResetEventSlim();
        var waited = new List<bool>();
        Store.Ledger.Subscribe(_ => waited.Add(nextIsWritten.Wait(Patience, Cancel)));

        var one = Store.Ledger.CommitAsync(Samples.Commit(), first.Turn);
        await first.Task;
        var next = Store.Ledger.CommitAsync(Samples.Commit(), new(Task.FromResult(true), nextIsWritten.Set));

        Assert.Equal([1, 2], (await Task.WhenAll(one, next)).Select(r => r.Sequence));
        Assert.Equal([true, true], waited);
    }

    [Fact]
    public async Task What_is_written_is_shown_and_answered_in_its_order_and_a_repeat_behind_it()
    {
        using var shown = new ManualResetEventSlim();
        var batches = new List<CommittedBatch>();
        Store.Ledger.Subscribe(batch =>
        {
            shown.Wait(Patience, Cancel);
            batches.Add(batch);
        });
        var commit = Samples.Commit();
        (Written First, Written Repeat, Written Third) written = (new(), new(), new());

        var first = Store.Ledger.CommitAsync(commit, written.First.Turn);
        await written.First.Task;
        var repeat = Store.Ledger.CommitAsync(commit, written.Repeat.Turn);
        await written.Repeat.Task;
        var third = Store.Ledger.CommitAsync(Samples.Commit(), written.Third.Turn);
        await written.Third.Task;
        Assert.False(first.IsCompleted || repeat.IsCompleted || third.IsCompleted);
        shown.Set();

        Assert.Equal(
            [(CommitOutcome.Done, 1), (CommitOutcome.AlreadyThere, 1), (CommitOutcome.Done, 2)],
            (await Task.WhenAll(first, repeat, third)).Select(r => (r.Outcome, r.Sequence)));
        Assert.Equal([(0, 1), (1, 2)], batches.Select(b => (b.After, b.UpTo)));
    }

    [Fact]
    public async Task A_fault_of_the_subscriber_leaves_open_what_it_was_shown_and_nothing_behind_it()
    {
        var first = new Written();
        using var nextIsWritten = new ManualResetEventSlim();
        Store.Ledger.Subscribe(batch =>
        {
            nextIsWritten.Wait(Patience, Cancel);
            if (batch.UpTo == 1) throw new InvalidOperationException("the follower stumbled");
        });

        var one = Store.Ledger.CommitAsync(Samples.Commit(), first.Turn);
        await first.Task;
        var next = Store.Ledger.CommitAsync(Samples.Commit(), new(Task.FromResult(true), nextIsWritten.Set));

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => one);
        Assert.Equal((CommitOutcome.Done, 2), ((await next).Outcome, (await next).Sequence));
    }

    [Fact]
    public async Task A_store_is_closed_when_all_that_was_written_is_shown_and_answered()
    {
        using var shown = new ManualResetEventSlim();
        Store.Ledger.Subscribe(_ => shown.Wait(Patience, Cancel));
        (Written First, Written Next) written = (new(), new());
        var first = Store.Ledger.CommitAsync(Samples.Commit(), written.First.Turn);
        await written.First.Task;
        var next = Store.Ledger.CommitAsync(Samples.Commit(), written.Next.Turn);
        await written.Next.Task;

        var closing = Store.DisposeAsync().AsTask();
        Assert.False(closing.IsCompleted);
        shown.Set();
        await closing;

        Assert.Equal([1, 2], (await Task.WhenAll(first, next)).Select(r => r.Sequence));
    }

    [Fact]
    public async Task Whoever_waits_for_a_commit_to_be_in_the_record_is_told_where_it_is_and_nowhere_else()
    {
        var commit = Samples.Commit();
        var told = 0;
        var turn = new CommitTurn(Task.FromResult(true), () => told++);
        await Store.Ledger.CommitAsync(commit, turn);
        Assert.Equal(1, told);
        Assert.Equal(CommitOutcome.AlreadyThere, (await Store.Ledger.CommitAsync(commit, turn)).Outcome);
        Assert.Equal(2, told);

        var another = commit with { Fingerprint = Samples.Id() };
        Assert.Equal(CommitOutcome.AnotherUnderThisId, (await Store.Ledger.CommitAsync(another, turn)).Outcome);
        var lead = Samples.Lead("L1", Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        Assert.Equal(CommitOutcome.Conflict, (await Store.Ledger.CommitAsync(Samples.Create(lead), turn)).Outcome);
        Store.Faults.BeforeCommit = _ => throw new IOException("power is out");
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => Store.Ledger.CommitAsync(Samples.Commit(), turn));

        Assert.Equal(2, told);
    }

    [Fact]
    public async Task A_commit_waits_for_its_turn_and_is_not_written_where_that_never_comes()
    {
        var comes = new TaskCompletionSource<bool>();
        var waiting = Store.Ledger.CommitAsync(Samples.Commit(), new(comes.Task, () => { }));
        Assert.Equal(1, (await Store.Ledger.CommitAsync(Samples.Commit())).Sequence);
        comes.SetResult(true);
        Assert.Equal(2, (await waiting).Sequence);

        var never = await Store.Ledger.CommitAsync(Samples.Commit(), new(Task.FromResult(false), () => { }));

        Assert.Equal(new CommitResult(CommitOutcome.Withdrawn, 0, null, null), never);
        Assert.Equal(2, await Store.Log.ReadHeadAsync(Cancel));
    }

    /// <summary>A turn that is there, and when the commit was in the record.</summary>
    sealed class Written
    {
        readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CommitTurn Turn => new(System.Threading.Tasks.Task.FromResult(true), told.SetResult);

        public Task Task => told.Task;
    }
}
