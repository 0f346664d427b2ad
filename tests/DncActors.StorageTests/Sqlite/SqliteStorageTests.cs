using System.Buffers.Binary;
using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;
using DncActors.Storage.Sqlite;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteStorageTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_writers_connection_says_itself_that_it_is_durable()
    {
        await using var store = await SqliteStore.StartAsync();
        using var session = SqliteSession.OpenWriter(store.Options.DataFile, 1_024);
        session.Execute("pragma synchronous = off");

        SqliteDurability.Demand(session, 1_000);

        Assert.Equal(("wal", SqliteDurability.Full), (session.ReadText("pragma journal_mode"), session.ReadLong("pragma synchronous")));
    }

    [Fact]
    public void A_file_without_a_write_ahead_log_is_refused()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("dnc-storage-").FullName, "plain.db");
        using var session = SqliteSession.OpenWriter(file, 1_024);
        session.Execute("create table t (a)");

        var refusal = Assert.Throws<InvalidOperationException>(() => SqliteDurability.Demand(session, 1_000));

        Assert.Contains("journal_mode = delete where wal was asked for", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_in_use_is_refused_by_name_and_owner_and_free_again_afterwards()
    {
        await using var store = await SqliteStore.StartAsync();

        var refusal = await Assert.ThrowsAsync<DataDirectoryInUseException>(() => SqliteStore.StartAsync(store.Options));
        Assert.Contains(store.Options.DataDirectory, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(CommitOutcome.Done, (await store.Ledger.CommitAsync(Samples.Commit())).Outcome);

        await using var next = await SqliteStore.StartAsync(await store.StopAsync());
        Assert.Equal(1, await next.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task A_directory_whose_disk_is_full_is_not_told_as_in_use_and_can_be_taken_when_there_is_room()
    {
        var options = new SqliteStorageOptions { DataDirectory = Directory.CreateTempSubdirectory("dnc-storage-").FullName };
        var owner = Path.Combine(options.DataDirectory, "dnc.pid");
        File.CreateSymbolicLink(owner, "/dev/full");

        var refusal = await Assert.ThrowsAsync<DataDirectoryUnusableException>(() => SqliteStore.StartAsync(options));

        Assert.Contains($"'{options.DataDirectory}' cannot be written: No space left", refusal.Message, StringComparison.Ordinal);
        File.Delete(owner);
        await using var store = await SqliteStore.StartAsync(options);
    }

    [Fact]
    public async Task A_stop_leaves_everything_in_the_file_itself()
    {
        var store = await SqliteStore.StartAsync();
        await store.Ledger.CommitAsync(Samples.Commit());
        await store.Log.ReadHeadAsync(Cancel);

        var options = await store.StopAsync();

        Assert.Equal(0, WaitingBytes(options));
        File.Delete(options.DataFile + "-wal");
        await using var next = await SqliteStore.StartAsync(options);
        Assert.Equal(1, await next.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task A_stop_while_somebody_reads_the_file_ends_and_loses_nothing()
    {
        var store = await SqliteStore.StartAsync();
        await store.Ledger.CommitAsync(Samples.Commit());
        using var backup = SqliteSession.OpenReader(store.Options.DataFile, 1_024);
        backup.Execute("begin");
        backup.ReadLong("select count(*) from commit_record");
        await store.Ledger.CommitAsync(Samples.Commit());

        var options = await store.StopAsync();

        Assert.NotEqual(0, WaitingBytes(options));
        await using var next = await SqliteStore.StartAsync(options);
        Assert.Equal(2, await next.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task The_log_is_copied_into_the_file_beside_the_writing()
    {
        await using var store = await SqliteStore.StartAsync(options => options.CheckpointPages = 100);
        var before = new FileInfo(store.Options.DataFile).Length;

        // The writer itself would not begin before a hundred times as much.
        var written = 0;
        while (new FileInfo(store.Options.DataFile).Length == before)
        {
            Assert.True(written < 100 * 100, "Nothing was copied.");
            await store.Ledger.CommitAsync(Samples.Create(Samples.Lead($"L{written++}", Samples.Phone(written))));
        }
    }

    [Fact]
    public async Task The_log_begins_anew_while_somebody_writes_all_the_time_and_the_writer_copies_only_the_last_of_it()
    {
        await using var store = await SqliteStore.StartAsync(options => options.CheckpointPages = options.LogPages = 4_000);
        await store.Ledger.CommitAsync(Samples.Create(Samples.Lead("first")));
        var begun = Beginning();

        var written = 0;
        while (Beginning() == begun)
        {
            // The writer would copy all of it at four times as much.
            Assert.True(new FileInfo(LogFile()).Length < 4L * 4_000 * 8_192, "The log goes on and on.");
            await store.Ledger.CommitAsync(Samples.Create(Samples.Lead($"L{written++}", Samples.Phone(written))));
        }

        string LogFile() => store.Options.DataFile + "-wal";

        // The header counts how often it began anew: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
        uint Beginning()
        {
            using var log = new FileStream(LogFile(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Span<byte> header = stackalloc byte[16];
            log.ReadExactly(header);
            return BinaryPrimitives.ReadUInt32BigEndian(header[12..]);
        }
    }

    [Fact]
    public async Task A_newer_schema_is_refused_by_the_migration_that_is_unknown()
    {
        var options = await (await SqliteStore.StartAsync()).StopAsync();
        using (var session = SqliteSession.OpenWriter(options.DataFile, 1_024))
            session.Execute("insert into SchemaVersions (ScriptName, Applied) values ('DncActors.Storage.Ledger.9999-later.sql', '2030-01-01')");

        var refusal = await Assert.ThrowsAsync<NewerSchemaException>(() => SqliteStore.StartAsync(options));

        Assert.Contains("9999-later.sql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_writes_and_answers_everything_that_was_queued_and_refuses_what_comes_later()
    {
        var store = await SqliteStore.StartAsync();
        var ledger = store.Ledger;
        var commits = Enumerable.Range(0, 500).Select(_ => ledger.CommitAsync(Samples.Commit())).ToArray();

        var options = await store.StopAsync();

        Assert.All(await Task.WhenAll(commits), r => Assert.Equal(CommitOutcome.Done, r.Outcome));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.CommitAsync(Samples.Commit()));
        await using var next = await SqliteStore.StartAsync(options);
        Assert.Equal(500, await next.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task A_queue_that_is_full_refuses_at_once()
    {
        await using var store = await SqliteStore.StartAsync(o => o.QueueLimit = 5);
        using var letGo = new ManualResetEventSlim();
        using var writerIsIn = new ManualResetEventSlim();
        store.Faults.BeforeWrite = _ =>
        {
            writerIsIn.Set();
            letGo.Wait(Cancel);
        };
        var held = store.Ledger.CommitAsync(Samples.Commit());
        writerIsIn.Wait(Cancel);
        var queued = Enumerable.Range(0, 5).Select(_ => store.Ledger.CommitAsync(Samples.Commit())).ToArray();

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.Ledger.CommitAsync(Samples.Commit()));

        letGo.Set();
        Assert.All(await Task.WhenAll([held, .. queued]), r => Assert.Equal(CommitOutcome.Done, r.Outcome));
    }

    [Fact]
    public void Settings_that_are_wrong_are_all_named()
    {
        var wrong = SqliteOptionsRules.Check(new SqliteStorageOptions { DataDirectory = " ", QueueLimit = 0, SearchThreads = 1_000 });

        Assert.Equal(["DataDirectory", "QueueLimit", "SearchThreads"], wrong.Select(w => w.Split(' ')[0]));
        Assert.Contains("is 0; write a number from 1 to 1000000", wrong[1], StringComparison.Ordinal);
        Assert.Empty(SqliteOptionsRules.Check(new SqliteStorageOptions()));
    }

    static long WaitingBytes(SqliteStorageOptions options) => new FileInfo(options.DataFile + "-wal") is { Exists: true } log ? log.Length : 0;
}
