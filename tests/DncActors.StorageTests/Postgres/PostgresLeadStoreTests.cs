using DncActors.Storage.Postgres;
using DncActors.StorageTests.Leads;
using Npgsql;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresLeadStoreTests : LeadStoreSuite<PostgresEngine>
{
    const string CountSql = "select count(*) from commit_record";

    const string WaitingSql =
        """
        select count(*) from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and l.objid = 4711 and not l.granted
        """;

    const string ConnectedSql = "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'dnc-leads'";

    [Fact]
    public async Task Leads_are_loaded_by_a_connection_of_their_own()
    {
        await using var other = await ((PostgresStore)Store).ConnectAsync();
        Assert.Equal(0, await ScalarAsync(other, ConnectedSql));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Store.Leads.LoadAsync("acme", $"L{i}", null)));

        Assert.Equal(1, await ScalarAsync(other, ConnectedSql));
    }

    [Fact]
    public async Task What_that_connection_reads_together_is_of_one_moment_whatever_is_committed_between()
    {
        var store = (PostgresStore)Store;
        await using var other = await store.ConnectAsync();
        await ScalarAsync(other, "select count(pg_advisory_lock(4711))");

        var reading = store.Engine.LeadLoads.ReadAsync(
            session => session.TogetherAsync(
                (new PostgresQuery($"select ({CountSql}) + 0 * count(pg_advisory_xact_lock(4711))"), row => row.Long(0)),
                (new PostgresQuery(CountSql), row => row.Long(0))),
            Cancel);
        while (await ScalarAsync(other, WaitingSql) == 0 && !reading.IsCompleted)
        {
        }
        await store.Ledger.CommitAsync(Samples.Commit());
        Assert.False(reading.IsCompleted);
        await ScalarAsync(other, "select count(pg_advisory_unlock(4711))");
        var (before, after) = await reading;

        Assert.Equal([0], before);
        Assert.Equal([0], after);
        Assert.Equal(1, await ScalarAsync(other, CountSql));
    }

    static async Task<long> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
