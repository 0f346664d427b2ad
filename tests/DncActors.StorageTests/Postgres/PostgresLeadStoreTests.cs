using DncActors.Storage.Postgres;
using DncActors.StorageTests.Leads;
using Npgsql;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresLeadStoreTests : LeadStoreSuite<PostgresEngine>
{
    const string CountSql = "select count(*) from commit_record";

    const string WaitingSql = "select count(*) from pg_locks where locktype = 'advisory' and objid = 4711 and not granted";

    [Fact]
    public async Task A_lead_its_entries_and_its_commits_are_of_one_moment_whatever_is_committed_between()
    {
        var store = (PostgresStore)Store;
        await using var other = await store.ConnectAsync();
        await ScalarAsync(other, "select count(pg_advisory_lock(4711))");

        var reading = store.Engine.LeadLoads.ReadAsync(
            session => session.TogetherAsync(
                (new PostgresQuery(CountSql), row => row.Long(0)),
                (new PostgresQuery("select count(pg_advisory_xact_lock(4711))"), row => row.Long(0)),
                (new PostgresQuery(CountSql), row => row.Long(0))),
            Cancel);
        while (await ScalarAsync(other, WaitingSql) == 0 && !reading.IsCompleted)
        {
        }
        await store.Ledger.CommitAsync(Samples.Commit());
        Assert.False(reading.IsCompleted);
        await ScalarAsync(other, "select count(pg_advisory_unlock(4711))");
        var (before, _, after) = await reading;

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
