using DncActors.Domain.Audit;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Domain.Leases;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using DncActors.Storage.Ledger;
using DncActors.Storage.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DncActors.Storage.Postgres;

/// <summary>The engine of a cluster behind the domain's ports.</summary>
public static class PostgresStorageExtensions
{
    /// <summary>
    /// Adds every port of the store on PostgreSQL, and a hosted service that opens it: add it before the silo and whatever else uses it, so that it starts
    /// before and stops after them. The start migrates Orleans' tables too. It fails with <see cref="UnfitDatabaseException"/> where the server cannot keep
    /// what is promised, with <see cref="NewerSchemaException"/> where a newer version wrote there.
    /// </summary>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, PostgresStorageOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton<LedgerInstruments>();
        services.TryAddSingleton<ReadInstruments>();
        services.AddSingleton<PostgresStorage>();
        services.AddHostedService(provider => provider.GetRequiredService<PostgresStorage>());
        services.AddSingleton<ILedger, PostgresLedger>();
        services.AddSingleton<ILogIdentity, PostgresLogIdentity>();
        services.AddSingleton<ILogDurability, PostgresLogDurability>();
        services.AddSingleton<IChangeLog, PostgresChangeLog>();
        services.AddSingleton<IDocumentStore, PostgresDocumentStore>();
        services.AddSingleton<ILeadStore, PostgresLeadStore>();
        services.AddSingleton<IEntryStore, PostgresEntryStore>();
        services.AddSingleton<IBlockSource, PostgresBlockSource>();
        services.AddSingleton<IReportStore, PostgresReportStore>();
        services.AddSingleton<IJobStore, PostgresJobStore>();
        services.AddSingleton<IAccessStore, PostgresAccessStore>();
        services.AddSingleton<ILeaseStore, PostgresLeaseStore>();
        return services;
    }
}
