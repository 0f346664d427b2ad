using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using Npgsql;

namespace DncActors.StorageTests.Postgres;

/// <summary>Two nodes' ledgers on one database: one order, whoever commits.</summary>
public sealed class PostgresTwoNodesTests : IAsyncLifetime
{
    PostgresStore _one = null!;
    PostgresStore _other = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _one = await PostgresStore.StartAsync();
        _other = await PostgresStore.StartAsync(_one.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _one.DisposeAsync();
    }

    [Fact]
    public async Task Their_commits_are_in_one_order_without_a_gap_and_each_batch_says_what_came_before_it()
    {
        var batches = new List<CommittedBatch>();
        var gate = new Lock();
        foreach (var node in new[] { _one, _other })
        {
            node.Ledger.Subscribe(batch =>
            {
                lock (gate) batches.Add(batch);
            });
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 600).Select(i => Node(i).Ledger.CommitAsync(
            Samples.Create(Samples.Lead($"L{i}", Samples.Phone(i))))));

        Assert.Equal(Enumerable.Range(1, 600).Select(i => (long)i), results.Select(r => r.Sequence).Order());
        var inOrder = batches.OrderBy(b => b.UpTo).ToArray();
        Assert.Equal(0, inOrder[0].After);
        Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.Equal(pair.First.UpTo, pair.Second.After));
        Same.As(inOrder.SelectMany(b => b.Changes).ToArray(), (await _one.Log.ReadAsync(0, 1_000, Cancel)).ToArray());
    }

    [Fact]
    public async Task Of_plans_on_the_same_version_one_is_written_whoever_made_it()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1));
        await _one.Ledger.CommitAsync(Samples.Create(lead));

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Node(i).Ledger.CommitAsync(Samples.DoNotContact(lead))));

        Assert.Single(results, r => r.Outcome == CommitOutcome.Done);
        Assert.Equal(39, results.Count(r => r is { Outcome: CommitOutcome.Conflict, Conflict: "lead" }));
    }

    [Fact]
    public async Task The_same_commit_on_both_is_done_once_and_found_once()
    {
        for (var i = 0; i < 20; i++)
        {
            var lead = Samples.Lead($"L{i}", Samples.Phone(i));
            await _one.Ledger.CommitAsync(Samples.Create(lead));
            var commit = Samples.DoNotContact(lead);

            var results = await Task.WhenAll(_one.Ledger.CommitAsync(commit), _other.Ledger.CommitAsync(commit));

            Assert.Equal([CommitOutcome.Done, CommitOutcome.AlreadyThere], results.Select(r => r.Outcome).Order());
            Assert.Equal(results[0].Sequence, results[1].Sequence);
        }
    }

    [Fact]
    public async Task Commits_that_touch_each_other_crosswise_never_lock_each_other_out()
    {
        var leads = Enumerable.Range(0, 10).Select(i => Samples.Lead($"L{i}", Samples.Phone(i))).ToArray();
        await _one.Ledger.CommitAsync(Samples.Create([.. leads]));

        // Each adds an entry to two leads, in both orders: rows locked in the order of the commits' own would be a deadlock soon.
        var results = await Task.WhenAll(Enumerable.Range(0, 400).Select(i =>
        {
            var (first, second) = (i % 10, (i * 7 + 3) % 10);
            return Node(i).Ledger.CommitAsync(Samples.Add(
                Samples.Entry(Samples.Phone(first), leadId: $"L{first}"), Samples.Entry(Samples.Phone(second), leadId: $"L{second}")));
        }));

        Assert.All(results, r => Assert.Equal(CommitOutcome.Done, r.Outcome));
    }

    [Fact]
    public async Task What_waits_for_the_head_sees_what_was_committed_meanwhile()
    {
        var entry = Samples.Entry(Samples.Phone(1));
        using var letGo = new ManualResetEventSlim();
        using var isIn = new ManualResetEventSlim();
        _one.Faults.BeforeCommit = _ =>
        {
            isIn.Set();
            letGo.Wait(Cancel);
        };
        var held = _one.Ledger.CommitAsync(Samples.Add(entry));
        isIn.Wait(Cancel);
        var waiting = _other.Ledger.CommitAsync(Samples.RevokeAll(entry));
        await UntilOneWaitsAsync();
        letGo.Set();

        Assert.Equal((CommitOutcome.Done, 1), await OutcomeAsync(held));
        Assert.Equal((CommitOutcome.Done, 2), await OutcomeAsync(waiting));
        var revoked = (await _other.Log.ReadAsync(1, 1, Cancel)).Single();
        Assert.Equal([new PointBlock(Samples.Phone(1), BlockedUntil.Nothing)], revoked.Blocks);
    }

    [Fact]
    public async Task A_head_that_nobody_lets_go_of_leaves_a_commit_in_doubt_which_is_done_when_it_is_submitted_again()
    {
        await using var other = await PostgresStore.StartAsync(
            new Storage.Postgres.PostgresStorageOptions { ConnectionString = _one.Options.ConnectionString, CommitMilliseconds = 300 });
        var commit = Samples.Commit();
        await using (var connection = await _one.ConnectAsync())
        {
            await using var holder = await connection.BeginTransactionAsync(Cancel);
            await using var hold = new NpgsqlCommand("select * from ledger_head for update", connection, holder);
            await hold.ExecuteNonQueryAsync(Cancel);
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => other.Ledger.CommitAsync(commit));
        }

        Assert.Equal(CommitOutcome.Done, (await other.Ledger.CommitAsync(commit)).Outcome);
        Assert.Equal(1, await _one.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task A_writer_whose_connection_is_cut_answers_unknown_and_goes_on_with_another()
    {
        var commit = Samples.Commit();
        await _one.Ledger.CommitAsync(Samples.Commit());
        await _other.ExecuteAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dnc-writer' and datname = current_database()");

        var first = await Record.ExceptionAsync(() => _one.Ledger.CommitAsync(commit));
        Assert.IsType<LedgerUnavailableException>(first);

        Assert.Equal(CommitOutcome.Done, (await _one.Ledger.CommitAsync(commit)).Outcome);
    }

    static async Task<(CommitOutcome, long)> OutcomeAsync(Task<CommitResult> commit)
    {
        var result = await commit;
        return (result.Outcome, result.Sequence);
    }

    PostgresStore Node(int i) => i % 2 == 0 ? _one : _other;

    async Task UntilOneWaitsAsync()
    {
        await using var connection = await _one.ConnectAsync();
        await using var command = new NpgsqlCommand("select count(*) from pg_stat_activity where wait_event_type = 'Lock'", connection);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await command.ExecuteScalarAsync(Cancel) is 0L) await ticks.WaitForNextTickAsync(Cancel);
    }
}
