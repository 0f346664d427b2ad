using System.Net;
using DncActors.Storage.Postgres;
using DncActors.TestServers.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using Orleans.Messaging;

namespace DncActors.StorageTests.Postgres;

/// <summary>Orleans' own membership table on our SQL, as one silo of a cluster has it; the silo itself is not started.</summary>
public sealed class SiloTable : IAsyncDisposable
{
    /// <summary>In the hour that New York, where the server's zone is, does not have.</summary>
    public static readonly DateTime Start = new(2026, 3, 8, 2, 30, 0, 123, DateTimeKind.Utc);

    /// <summary>That of entry number 0.</summary>
    public const int FirstGeneration = 500;

    readonly NpgsqlDataSource _source;
    readonly IHost _silo;

    SiloTable(string connectionString, string cluster)
    {
        _source = OrleansDataSources.ForMembership(connectionString);
        _silo = Host.CreateDefaultBuilder()
            .UseOrleans(silo => silo
                .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, "dnc"))
                .UseAdoNetClustering(options => (options.Invariant, options.DataSource) = (OrleansDataSources.Invariant, _source)))
            .ConfigureLogging(logging => logging.ClearProviders())
            .Build();
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IMembershipTable Table => _silo.Services.GetRequiredService<IMembershipTable>();

    public static async Task<SiloTable> OpenAsync(MigratedDatabase database, string cluster = "dnc")
    {
        var silo = new SiloTable(database.ConnectionString, cluster);
        try
        {
            await silo.Table.InitializeMembershipTableAsync(tryInitTableVersion: true, Cancel);
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    public static MembershipEntry Entry(int number, SiloStatus status = SiloStatus.Active) => new()
    {
        SiloAddress = SiloAddress.New(new IPEndPoint(IPAddress.Parse("10.0.0.7"), 11_111 + number), FirstGeneration + number),
        SiloName = $"node-{number}",
        HostName = "host.example",
        Status = status,
        ProxyPort = 30_000 + number,
        StartTime = Start,
        IAmAliveTime = Start,
    };

    public Task<MembershipTableData> ReadAsync() => Table.ReadAllAsync(Cancel);

    public async Task<MembershipEntry?> ReadAsync(SiloAddress silo)
    {
        var all = await Table.ReadRowAsync(silo, Cancel);
        return all.TryGet(silo)?.Item1;
    }

    /// <summary>Adds it, where the version is still this one.</summary>
    public Task<bool> InsertAsync(MembershipEntry entry, TableVersion version) => Table.InsertRowAsync(entry, version.Next(), Cancel);

    /// <summary>Changes it, where the version is still this one.</summary>
    public Task<bool> UpdateAsync(MembershipEntry entry, TableVersion version) =>
        Table.UpdateRowAsync(entry, version.VersionEtag, version.Next(), Cancel);

    /// <summary>Adds them at whatever version there is, in a test that nobody else changes anything in.</summary>
    public async Task AddAsync(params IEnumerable<MembershipEntry> entries)
    {
        foreach (var entry in entries) Assert.True(await InsertAsync(entry, (await ReadAsync()).Version));
    }

    /// <summary>Where a client of this cluster would find its gateways.</summary>
    public static async Task<IReadOnlyList<string>> GatewaysAsync(MigratedDatabase database, string cluster = "dnc")
    {
        await using var source = OrleansDataSources.ForMembership(database.ConnectionString);
        using var client = Host.CreateDefaultBuilder()
            .UseOrleansClient(client => client
                .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, "dnc"))
                .UseAdoNetClustering(options => (options.Invariant, options.DataSource) = (OrleansDataSources.Invariant, source)))
            .ConfigureLogging(logging => logging.ClearProviders())
            .Build();
        var provider = client.Services.GetRequiredService<IGatewayListProvider>();
        await provider.InitializeGatewayListProviderAsync(Cancel);
        return [.. (await provider.GetGatewaysAsync(Cancel)).Select(gateway => gateway.ToString()).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        _silo.Dispose();
        await _source.DisposeAsync();
    }
}
