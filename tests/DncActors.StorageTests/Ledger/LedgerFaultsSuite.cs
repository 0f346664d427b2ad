using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;

namespace DncActors.StorageTests.Ledger;

public abstract class LedgerFaultsSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task A_failure_before_the_commit_leaves_nothing_and_the_same_commit_may_be_submitted_again()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1), Samples.Email("ada"));
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        var commit = Samples.DoNotContact(lead);
        Store.Faults.BeforeCommit = _ => throw new IOException("the disk is full");
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => Store.Ledger.CommitAsync(commit));
        Store.Faults.BeforeCommit = null;

        var after = await Store.Leads.LoadAsync(Samples.Organization, "L1", commit.Id);
        Assert.Null(after.Found);
        Assert.Null(after.Execution);
        Assert.Equal(1, after.State!.Lead.Version);
        Assert.Empty(after.State.Entries);
        Assert.Equal(1, await Store.Log.ReadHeadAsync(Cancel));

        Assert.Equal(new CommitResult(CommitOutcome.Done, 3, null, null), await Store.Ledger.CommitAsync(commit));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_there_when_it_is_submitted_again()
    {
        var batches = new List<CommittedBatch>();
        Store.Ledger.Subscribe(batches.Add);
        var lead = Samples.Lead("L1", Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        var commit = Samples.DoNotContact(lead);
        Store.Faults.AfterCommit = _ => throw new IOException("the answer was lost");
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => Store.Ledger.CommitAsync(commit));
        Store.Faults.AfterCommit = null;

        Assert.Equal(new CommitResult(CommitOutcome.AlreadyThere, 3, null, null), await Store.Ledger.CommitAsync(commit));

        // The subscriber never saw it: the next batch says so by the head that it starts from.
        await Store.Ledger.CommitAsync(Samples.Commit());
        Assert.Equal([(0, 1), (3, 4)], batches.Select(b => (b.After, b.UpTo)));
    }

    [Fact]
    public async Task A_failure_in_the_middle_of_a_commit_leaves_nothing_of_it()
    {
        var entry = Samples.Entry(Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Add(entry));
        var lead = Samples.Lead("L1", Samples.Phone(2));

        // The entry's id is taken, which comes to light when the ones before it are written already.
        var commit = Samples.Create(lead) with { Add = [Samples.Entry(Samples.Phone(3)), entry] };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Ledger.CommitAsync(commit));

        Assert.Null((await Store.Leads.LoadAsync(Samples.Organization, "L1", null)).State);
        Assert.Empty(await Store.Entries.ReadByPointsAsync(Samples.Organization, [Samples.Phone(3)], Cancel));
        Assert.Equal(1, await Store.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task A_commit_that_cannot_be_written_fails_alone_whoever_is_in_its_group()
    {
        var entry = Samples.Entry(Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Add(entry));
        var bad = Samples.Add(entry) with { Organization = Samples.Organization };
        var good = Enumerable.Range(0, 50).Select(i => Samples.Create(Samples.Lead($"L{i}", Samples.Phone(100 + i)))).ToArray();

        var (written, refused) = await AsOneGroupAsync(() => (
            Task.WhenAll(good[..25].Select(commit => Store.Ledger.CommitAsync(commit))),
            Store.Ledger.CommitAsync(bad),
            Task.WhenAll(good[25..].Select(commit => Store.Ledger.CommitAsync(commit)))));

        Assert.All(written, r => Assert.Equal(CommitOutcome.Done, r.Outcome));
        Assert.IsType<InvalidOperationException>(refused);
        Assert.Equal(52, await Store.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task What_an_import_would_have_brought_that_could_not_be_written_is_counted_in_no_commit_after_it()
    {
        var taken = Samples.Entry(Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Add(taken));
        var import = Samples.Id();
        var first = Samples.Entry(Samples.Phone(2)) with { ImportId = import, Source = EntrySource.Import };
        var bad = Samples.Add(first) with { Add = [first, first with { Id = taken.Id }] };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Ledger.CommitAsync(bad));

        var other = Samples.Add(Samples.Entry(Samples.Phone(3))) with { Organization = "other" };
        Assert.Equal(CommitOutcome.Done, (await Store.Ledger.CommitAsync(other)).Outcome);
        Assert.Null(await Store.Entries.ReadImportAsync(Samples.Organization, import, Cancel));
        Assert.Null(await Store.Entries.ReadImportAsync("other", import, Cancel));
    }

    [Fact]
    public async Task A_fault_of_a_subscriber_leaves_the_answer_open_and_the_ledger_alive()
    {
        var fails = true;
        Store.Ledger.Subscribe(_ =>
        {
            if (fails) throw new InvalidOperationException("the follower stumbled");
        });
        var commit = Samples.Commit();

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => Store.Ledger.CommitAsync(commit));
        fails = false;

        Assert.Equal(CommitOutcome.AlreadyThere, (await Store.Ledger.CommitAsync(commit)).Outcome);
    }

    [Fact]
    public async Task What_was_answered_is_there_after_a_crash_and_what_was_not_is_whole_or_absent()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1), Samples.Phone(2), Samples.Email("ada"));
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        var answered = Samples.DoNotContact(lead);
        await Store.Ledger.CommitAsync(answered);
        var open = Samples.Create(Samples.Lead("L2", Samples.Phone(3)));
        Store? crashed = null;
        Store.Faults.BeforeCommit = _ => throw new IOException("power is out");
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => Store.Ledger.CommitAsync(open));
        crashed = await Store.AfterCrashAsync();
        await using var _ = crashed;

        var loaded = await crashed.Leads.LoadAsync(Samples.Organization, "L1", answered.Id);
        Assert.Equal(6, loaded.State!.Entries.Length);
        Assert.Equal(Samples.Dead, loaded.State.Lead.At);
        Assert.NotNull(loaded.Execution);
        Same.As(await Store.Log.ReadAsync(0, 10, Cancel), await crashed.Log.ReadAsync(0, 10, Cancel));
        Assert.Null(await crashed.Ledger.FindAsync(Samples.Organization, open.Id));
        Assert.Null((await crashed.Leads.LoadAsync(Samples.Organization, "L2", null)).State);
        Assert.Equal(CommitOutcome.AlreadyThere, (await crashed.Ledger.CommitAsync(answered)).Outcome);
        Assert.Equal(4, (await crashed.Ledger.CommitAsync(open)).Sequence);
    }

    /// <summary>Holds the writer up while these are queued, so that they are one group.</summary>
    async Task<(CommitResult[] Written, Exception? Refused)> AsOneGroupAsync(
        Func<(Task<CommitResult[]> First, Task<CommitResult> Bad, Task<CommitResult[]> Last)> submit)
    {
        using var writerIsIn = new ManualResetEventSlim();
        using var letGo = new ManualResetEventSlim();
        Store.Faults.BeforeWrite = _ =>
        {
            writerIsIn.Set();
            letGo.Wait(Cancel);
        };
        var held = Store.Ledger.CommitAsync(Samples.Commit());
        writerIsIn.Wait(Cancel);
        Store.Faults.BeforeWrite = null;
        var (first, bad, last) = submit();
        letGo.Set();
        await held;
        return ([.. await first, .. await last], await Record.ExceptionAsync(() => bad));
    }
}
