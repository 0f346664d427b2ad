using DncActors.Domain.Audit;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using DncActors.Storage.Ledger;
using DncActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DncActors.StorageTests.Sqlite;

/// <summary>The embedded engine on files of its own, composed as a host composes it.</summary>
public sealed class SqliteStore : Store
{
    readonly ServiceProvider _provider;

    SqliteStore(SqliteStorageOptions options)
    {
        Options = options;
        _provider = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSqliteStorage(options)
            .BuildServiceProvider();
    }

    public SqliteStorageOptions Options { get; }

    public override ILedger Ledger => _provider.GetRequiredService<ILedger>();

    public override IChangeLog Log => _provider.GetRequiredService<IChangeLog>();

    public override ILeadStore Leads => _provider.GetRequiredService<ILeadStore>();

    public override IEntryStore Entries => _provider.GetRequiredService<IEntryStore>();

    public override IDocumentStore Documents => _provider.GetRequiredService<IDocumentStore>();

    public override IReportStore Reports => _provider.GetRequiredService<IReportStore>();

    public override IJobStore Jobs => _provider.GetRequiredService<IJobStore>();

    public override IAccessStore Access => _provider.GetRequiredService<IAccessStore>();

    public override IBlockSource Blocks => _provider.GetRequiredService<IBlockSource>();

    internal override LedgerFaults Faults => Engine.Faults;

    internal SqliteStorage Engine => _provider.GetRequiredService<SqliteStorage>();

    public static async Task<SqliteStore> StartAsync(Action<SqliteStorageOptions>? configure = null)
    {
        var options = new SqliteStorageOptions { DataDirectory = Directory.CreateTempSubdirectory("dnc-storage-").FullName };
        configure?.Invoke(options);
        return await StartAsync(options);
    }

    public static async Task<SqliteStore> StartAsync(SqliteStorageOptions options)
    {
        var store = new SqliteStore(options);
        await store.Engine.StartAsync(CancellationToken.None);
        return store;
    }

    public override async Task<Store> AfterCrashAsync()
    {
        var copy = Directory.CreateTempSubdirectory("dnc-storage-").FullName;
        // Without the shared memory of the write-ahead log: that is what a machine that went down leaves.
        foreach (var file in Directory.GetFiles(Options.DataDirectory, "*.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return await StartAsync(new SqliteStorageOptions { DataDirectory = copy });
    }

    /// <summary>Closes the files and keeps them.</summary>
    public async Task<SqliteStorageOptions> StopAsync()
    {
        await _provider.DisposeAsync();
        return Options;
    }

    public override async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        if (Directory.Exists(Options.DataDirectory)) Directory.Delete(Options.DataDirectory, recursive: true);
    }
}
