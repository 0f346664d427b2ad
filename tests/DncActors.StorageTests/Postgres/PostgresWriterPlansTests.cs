using DncActors.Storage.Postgres;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace DncActors.StorageTests.Postgres;

/// <summary>The writer's plans are kept, and not those of a database that was nearly empty when they were made.</summary>
public sealed class PostgresWriterPlansTests
{
    readonly FakeTimeProvider _time = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void They_are_made_anew_when_changes_or_leads_or_entries_have_grown_by_half_whatever_the_others_are()
    {
        var plans = new PostgresWriterPlans(_time);

        Assert.True(plans.AreOld());
        plans.Wrote(1_000, 100_000, 0);
        Assert.True(plans.AreOld());
        plans.Wrote(1_499, 0, 0);
        Assert.False(plans.AreOld());
        plans.Wrote(1_500, 0, 0);
        Assert.True(plans.AreOld());
        plans.Wrote(1_501, 0, 500);
        Assert.True(plans.AreOld());
        plans.Wrote(1_502, 0, 249);
        Assert.False(plans.AreOld());
        plans.Wrote(1_503, 0, 1);
        Assert.True(plans.AreOld());
        plans.Wrote(1_504, 49_999, 0);
        Assert.False(plans.AreOld());
        plans.Wrote(1_505, 1, 0);
        Assert.True(plans.AreOld());
    }

    [Fact]
    public void They_are_made_anew_after_ten_seconds_for_another_node_may_have_written_chunks()
    {
        var plans = new PostgresWriterPlans(_time);
        Assert.True(plans.AreOld());
        plans.Wrote(1_000_000, 0, 0);
        Assert.True(plans.AreOld());

        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(plans.AreOld());
        _time.Advance(TimeSpan.FromSeconds(.1));
        Assert.True(plans.AreOld());
        Assert.False(plans.AreOld());
    }

    [Fact]
    public async Task What_a_chunk_of_a_new_databases_first_import_reads_does_not_grow_with_what_was_imported()
    {
        const int Chunks = 20, Lines = 500;
        await using var store = await PostgresStore.StartAsync();
        // Enough that the next half of changes and leads comes long behind the plans of the empty table of entries.
        for (var i = 0; i < 100; i++) await store.Ledger.CommitAsync(Samples.Commit());
        for (var i = 0; i < 20; i++)
        {
            var first = i * Lines;
            await store.Ledger.CommitAsync(Samples.Create([.. Enumerable.Range(first, Lines).Select(n => Samples.Lead($"L{n}", Samples.Phone(n)))]));
        }

        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            var first = 1 + (chunk * Lines);
            await store.Ledger.CommitAsync(
                Samples.Add([.. Enumerable.Range(first, Lines).Select(i => Samples.Entry(Samples.Phone(i), expiresAt: Samples.Now.AddYears(1)))]));
        }

        await store.Engine.StopAsync(Cancel);
        // Each is read once for what its phone amounts to; the first chunk may go by any index.
        Assert.InRange(await ReadOfEntriesAsync(store), Chunks * Lines, Lines * Lines + (4 * Chunks * Lines));
    }

    [Fact]
    public async Task What_a_commit_blocks_for_good_has_no_entry_looked_up()
    {
        await using var store = await PostgresStore.StartAsync();
        for (var twice = 0; twice < 2; twice++)
            await store.Ledger.CommitAsync(Samples.Add([.. Enumerable.Range(1, 100).Select(i => Samples.Entry(Samples.Phone(i)))]));

        await store.Engine.StopAsync(Cancel);
        Assert.Equal(0, await ReadOfEntriesAsync(store));
    }

    /// <summary>How many entries were found along any of their indexes, as the server counts.</summary>
    static async Task<long> ReadOfEntriesAsync(PostgresStore store)
    {
        await using var connection = await store.ConnectAsync();
        // A server process has told what it counted when it is gone.
        await using (var gone = new NpgsqlCommand(
            """
            do $$ begin
                while exists (select from pg_stat_activity where application_name = 'dnc-writer' and datname = current_database()) loop
                    perform pg_sleep(0.01), pg_stat_clear_snapshot();
                end loop;
            end $$
            """,
            connection))
        {
            await gone.ExecuteNonQueryAsync(Cancel);
        }
        await using var read = new NpgsqlCommand("select sum(idx_tup_read)::bigint from pg_stat_user_indexes where relname = 'entry'", connection);
        return (long)(await read.ExecuteScalarAsync(Cancel))!;
    }
}
