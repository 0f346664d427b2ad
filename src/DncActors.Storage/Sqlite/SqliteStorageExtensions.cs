using DncActors.Domain.Audit;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using DncActors.Storage.Ledger;
using DncActors.Storage.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DncActors.Storage.Sqlite;

/// <summary>The embedded engine behind the domain's ports.</summary>
public static class SqliteStorageExtensions
{
    /// <summary>
    /// Adds every port of the store on SQLite, and a hosted service that opens it: add it before the silo and whatever else uses it, so that it starts
    /// before and stops after them. The start fails with <see cref="DataDirectoryInUseException"/> or <see cref="NewerSchemaException"/> where the files are
    /// another's, with <see cref="DataDirectoryUnusableException"/> where they cannot be written.
    /// </summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, SqliteStorageOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton<LedgerInstruments>();
        services.TryAddSingleton<ReadInstruments>();
        services.AddSingleton<SqliteStorage>();
        services.AddHostedService(provider => provider.GetRequiredService<SqliteStorage>());
        services.AddSingleton<ILedger, SqliteLedger>();
        services.AddSingleton<IChangeLog, SqliteChangeLog>();
        services.AddSingleton<IDocumentStore, SqliteDocumentStore>();
        services.AddSingleton<ILeadStore, SqliteLeadStore>();
        services.AddSingleton<IEntryStore, SqliteEntryStore>();
        services.AddSingleton<IBlockSource, SqliteBlockSource>();
        services.AddSingleton<IReportStore, SqliteReportStore>();
        services.AddSingleton<IJobStore, SqliteJobStore>();
        services.AddSingleton<IAccessStore, SqliteAccessStore>();
        return services;
    }
}
