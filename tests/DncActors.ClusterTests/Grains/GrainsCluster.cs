using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Grains;
using DncActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization.Configuration;
using Orleans.TestingHost;

namespace DncActors.ClusterTests.Grains;

/// <summary>One silo with the grains on SQLite in a directory of its own, shared by the tests; each test has an organization to itself.</summary>
public sealed class GrainsCluster : IAsyncLifetime
{
    readonly string _directory = Directory.CreateTempSubdirectory("dnc-grains-").FullName;
    InProcessTestCluster _cluster = null!;
    int _organizations;

    public InProcessTestCluster Cluster => _cluster;

    internal FaultyLedger Ledger { get; private set; } = null!;

    public IGrainFactory Grains => _cluster.Client;

    public IContactChecks Checks => Get<IContactChecks>();

    public T Get<T>()
        where T : notnull => _cluster.GetSiloServiceProvider().GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            var store = new ServiceCollection().AddSqliteStorage(new SqliteStorageOptions { DataDirectory = _directory });
            // The store starts first and stops last; the silo is in the list already.
            foreach (var service in store.Reverse()) silo.Services.Insert(0, service);
            var inner = store.Single(s => s.ServiceType == typeof(ILedger)).ImplementationType!;
            // The last one added is the one that is asked for.
            silo.Services.AddSingleton<ILedger>(provider => Ledger = new FaultyLedger((ILedger)ActivatorUtilities.CreateInstance(provider, inner)));
            silo.Services.AddDncGrains();
            silo.AddAdoNetGrainStorage(GrainStorageNames.Dnc, storage =>
            {
                storage.Invariant = SqliteStorageOptions.OrleansInvariant;
                storage.ConnectionString = new SqliteStorageOptions { DataDirectory = _directory }.OrleansConnectionString;
            });
            silo.Configure<TypeManifestOptions>(types => types.EnableConfigurationAnalysis = true);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        await Get<IAcknowledgement>().UpToAsync(0, CancellationToken.None);
    }

    /// <summary>An organization of the test's own, with a workflow that has what most tests need.</summary>
    internal Task<TestOrganization> NewOrganizationAsync() => TestOrganization.MakeAsync(this, $"org-{Interlocked.Increment(ref _organizations)}");

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
