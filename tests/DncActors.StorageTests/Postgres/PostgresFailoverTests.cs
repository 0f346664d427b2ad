using DncActors.Domain.Ledger;
using DncActors.TestServers.Postgres;
using Npgsql;

namespace DncActors.StorageTests.Postgres;

/// <summary>A server and its synchronous standby: what is answered is in both, and whoever takes over writes a log of its own.</summary>
public sealed class PostgresFailoverTests : IAsyncLifetime
{
    PostgresServer _primary = null!;
    PostgresServer _standby = null!;
    PostgresDatabase _database = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _primary = await PostgresServer.StartAsync();
        _database = await _primary.CreateDatabaseAsync();
        _standby = await _primary.StartSynchronousStandbyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _standby.DisposeAsync();
        await _primary.DisposeAsync();
    }

    [Fact]
    public async Task What_the_server_gave_up_waiting_for_is_not_answered_and_neither_is_a_repeat_until_the_standby_has_it()
    {
        await using var store = await PostgresStore.StartAsync(new Storage.Postgres.PostgresStorageOptions
        {
            ConnectionString = _database.ConnectionString,
            CommitMilliseconds = 500,
            LoadSeconds = 1,
        });
        await store.Ledger.CommitAsync(Samples.Commit());
        var commit = Samples.Commit();

        await _standby.PauseAsync();
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.Ledger.CommitAsync(commit));

        // The driver asked the server to give up: it is there for everybody to read, and in one place only.
        Assert.Equal(2, (await store.Ledger.FindAsync(commit.Organization, commit.Id))!.Sequence);
        await store.Durability.UpToAsync(1, Cancel);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.Durability.UpToAsync(2, Cancel).AsTask());

        await _standby.ResumeAsync();
        await store.Durability.UpToAsync(2, Cancel);
        Assert.Equal(CommitOutcome.AlreadyThere, (await store.Ledger.CommitAsync(commit)).Outcome);
    }

    [Fact]
    public async Task A_node_writes_nothing_to_the_log_of_a_standby_that_took_over()
    {
        var both = new NpgsqlConnectionStringBuilder(_database.ConnectionString)
        {
            Host = $"127.0.0.1:{_primary.Port},127.0.0.1:{_standby.Port}",
            TargetSessionAttributes = "primary",
        };
        await using var store = await PostgresStore.StartAsync(new Storage.Postgres.PostgresStorageOptions { ConnectionString = both.ConnectionString });
        await store.Ledger.CommitAsync(Samples.Commit());

        await _primary.KillAsync();
        await PromoteAsync();
        for (var i = 0; i < 3; i++) await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.Ledger.CommitAsync(Samples.Commit()));

        var (log, head) = await store.Identity.ReadHeadAsync(Cancel);
        Assert.Equal(1, head);
        Assert.Equal(store.Identity.Started with { Timeline = 2 }, log);
        await using var anew = await PostgresStore.StartAsync(store.Options);
        Assert.Equal(2, (await anew.Ledger.CommitAsync(Samples.Commit())).Sequence);
    }

    /// <summary>By an administrator, who lets it be without a standby of its own.</summary>
    async Task PromoteAsync()
    {
        await using var connection = new NpgsqlConnection(_standby.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var promote = new NpgsqlCommand("select pg_promote()", connection);
        Assert.Equal(true, await promote.ExecuteScalarAsync(Cancel));
    }
}
