using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;
using DncActors.Storage.Postgres;
using DncActors.TestServers.Postgres;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresStorageTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_migrate_it_once()
    {
        var server = await PostgresServer.SharedAsync();
        await using var database = await server.CreateDatabaseAsync();

        var options = new PostgresStorageOptions { ConnectionString = database.ConnectionString };
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartApartAsync(options)));

        foreach (var store in stores) Assert.Equal(CommitOutcome.Done, (await store.Ledger.CommitAsync(Samples.Commit())).Outcome);
        Assert.Equal(4, await stores[0].Log.ReadHeadAsync(Cancel));
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task Orleans_finds_its_tables_where_it_looks_for_them()
    {
        await using var store = await PostgresStore.StartAsync();
        await store.ExecuteAsync("select count(*) from dnc.OrleansQuery");
    }

    [Fact]
    public async Task A_newer_schema_is_refused_by_the_migration_that_is_unknown()
    {
        await using var store = await PostgresStore.StartAsync();
        await store.ExecuteAsync(
            "insert into schema_version (scriptname, applied) values ('DncActors.Storage.Postgres.Migrations.Ledger.9999-later.sql', now())");

        var refusal = await Assert.ThrowsAsync<NewerSchemaException>(() => PostgresStore.StartAsync(store.Options));

        Assert.Contains("9999-later.sql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_another_node_does_not_end_is_waited_for_no_longer_than_allowed()
    {
        await using var store = await PostgresStore.StartAsync();
        await using var other = await store.ConnectAsync();
        await using var command = new Npgsql.NpgsqlCommand($"select pg_advisory_lock({PostgresSchema.Lock})", other);
        await command.ExecuteNonQueryAsync(Cancel);

        var options = new PostgresStorageOptions { ConnectionString = store.Options.ConnectionString, MigrationSeconds = 1 };
        var refusal = await Assert.ThrowsAsync<TimeoutException>(() => PostgresStore.StartAsync(options));

        Assert.Contains("MigrationSeconds", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alter database {0} set full_page_writes = off", false)]
    [InlineData("alter database {0} set synchronous_commit = off", true)]
    [InlineData("alter database {0} set default_transaction_isolation = 'serializable'", true)]
    public async Task What_the_session_may_set_itself_it_sets_whatever_the_database_says(string change, bool may)
    {
        await using var store = await PostgresStore.StartAsync();
        var database = new Npgsql.NpgsqlConnectionStringBuilder(store.Options.ConnectionString).Database;
        var fault = await Record.ExceptionAsync(() => store.ExecuteAsync(string.Format(null, change, database)));
        if (!may)
        {
            Assert.Contains("cannot be changed", fault!.Message, StringComparison.Ordinal);
            return;
        }

        await using var next = await PostgresStore.StartAsync(store.Options);
        Assert.Equal(CommitOutcome.Done, (await next.Ledger.CommitAsync(Samples.Commit())).Outcome);
    }

    [Theory]
    [InlineData("fsync", "off", "fsync = off")]
    [InlineData("full_page_writes", "off", "full_page_writes = off")]
    public async Task A_server_that_might_lose_what_is_answered_is_refused_by_name_and_fix(string setting, string value, string said)
    {
        await using var server = await PostgresServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        await server.SetAsync(setting, value);

        var refusal = await Assert.ThrowsAsync<UnfitDatabaseException>(() => PostgresStore.StartAsync(
            new PostgresStorageOptions { ConnectionString = database.ConnectionString }));

        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"set {setting} = on", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_write_every_name_is_refused()
    {
        var server = await PostgresServer.SharedAsync();
        await using var database = await server.CreateDatabaseAsync("template0 encoding 'LATIN1' locale_provider libc locale 'C'");

        var refusal = await Assert.ThrowsAsync<UnfitDatabaseException>(() => PostgresStore.StartAsync(
            new PostgresStorageOptions { ConnectionString = database.ConnectionString }));

        Assert.Contains("LATIN1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_is_known_by_itself_its_system_and_its_timeline()
    {
        await using var one = await PostgresStore.StartAsync();
        await using var beside = await PostgresStore.StartAsync(one.Options);

        var identity = one.Identity.Started;

        Assert.Equal(identity, beside.Identity.Started);
        Assert.Equal(new(identity, 0), await beside.Identity.ReadHeadAsync(Cancel));
        Assert.NotEqual(0, identity.System);
        Assert.Equal(1, identity.Timeline);
        Assert.NotEqual(Guid.Empty, identity.Log);
    }

    [Fact]
    public async Task A_stop_writes_and_answers_everything_that_was_queued_and_refuses_what_comes_later()
    {
        await using var store = await PostgresStore.StartAsync();
        var ledger = store.Ledger;
        var commits = Enumerable.Range(0, 500).Select(_ => ledger.CommitAsync(Samples.Commit())).ToArray();

        await store.Engine.StopAsync(Cancel);

        Assert.All(await Task.WhenAll(commits), r => Assert.Equal(CommitOutcome.Done, r.Outcome));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.CommitAsync(Samples.Commit()));
        Assert.Equal(500, await store.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public void Settings_that_are_wrong_are_all_named_and_the_password_is_not()
    {
        var wrong = PostgresOptionsRules.Check(new PostgresStorageOptions { ConnectionString = "Password=secret", QueueLimit = 0, CommitMilliseconds = 5 });

        Assert.Equal(["ConnectionString", "QueueLimit", "CommitMilliseconds"], wrong.Select(w => w.Split(' ')[0]));
        Assert.Contains("is 0; write a number from 1 to 1000000", wrong[1], StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, w => w.Contains("secret", StringComparison.Ordinal));
        Assert.Contains("cannot be read", PostgresOptionsRules.Check(new PostgresStorageOptions { ConnectionString = "nonsense" }).Single());
        Assert.Empty(PostgresOptionsRules.Check(new PostgresStorageOptions { ConnectionString = "Host=db;Database=dnc" }));
    }

    // A start blocks its thread while another migrates.
    static Task<PostgresStore> StartApartAsync(PostgresStorageOptions options) =>
        Task.Factory.StartNew(() => PostgresStore.StartAsync(options), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
}
