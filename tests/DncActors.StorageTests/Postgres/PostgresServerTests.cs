using DncActors.TestServers.Postgres;
using Npgsql;

namespace DncActors.StorageTests.Postgres;

/// <summary>The server that the tests run on can be harmed as one in production can.</summary>
public sealed class PostgresServerTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Databases_are_fresh_and_apart()
    {
        var server = await PostgresServer.SharedAsync();
        await using var one = await server.CreateDatabaseAsync();
        await ExecuteAsync(one, "create table t (id int); insert into t values (1)");
        await using var copy = await server.CreateDatabaseAsync(template: one.Name);
        await using var other = await server.CreateDatabaseAsync();

        Assert.Equal(1L, await ReadAsync(copy, "select count(*) from t"));
        Assert.Equal(0L, await ReadAsync(other, "select count(*) from pg_tables where tablename = 't'"));
        Assert.Equal("on on", await ReadAsync(other, "select current_setting('fsync') || ' ' || current_setting('synchronous_commit')"));
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_kill_and_after_an_immediate_stop()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        await ExecuteAsync(database, "create table t (id int)");

        await ExecuteAsync(database, "insert into t values (1)");
        await server.KillAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ReadAsync(database, "select 1"));
        await server.StartAgainAsync();
        Assert.Equal(1L, await ReadAsync(database, "select count(*) from t"));

        await ExecuteAsync(database, "insert into t values (2)");
        await server.StopImmediatelyAsync();
        await server.StartAgainAsync();
        Assert.Equal(2L, await ReadAsync(database, "select count(*) from t"));
    }

    [Fact]
    public async Task A_paused_server_answers_when_it_goes_on()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        await server.PauseAsync();
        await using (var impatient = new NpgsqlConnection(database.ConnectionString + ";Pooling=false;Timeout=1"))
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => impatient.OpenAsync(Cancel));

        var answer = ReadAsync(database, "select 2");
        await server.ResumeAsync();

        Assert.Equal(2, await answer);
    }

    static async Task ExecuteAsync(PostgresDatabase database, string sql) => await ReadAsync(database, sql);

    static async Task<object?> ReadAsync(PostgresDatabase database, string sql)
    {
        // Not pooled: a connection from before a kill would fail for its own reason, and one left behind would hold a template.
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
