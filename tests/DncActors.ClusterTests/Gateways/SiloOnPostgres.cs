using System.Net;
using DncActors.Contracts.Nodes;
using DncActors.Contracts.Organizations;
using DncActors.Domain.Identity;
using DncActors.Domain.Organizations;
using DncActors.Grains;
using DncActors.Host.Clustering;
using DncActors.Storage.Postgres;
using DncActors.TestServers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using HostBuilder = Microsoft.Extensions.Hosting.Host;

namespace DncActors.ClusterTests.Gateways;

/// <summary>A silo with the grains, alone on a PostgreSQL, that others find there.</summary>
public sealed class SiloOnPostgres : IAsyncDisposable
{
    readonly IHost _host;

    SiloOnPostgres(IHost host) => _host = host;

    public static async Task<SiloOnPostgres> StartAsync(string connectionString)
    {
        var host = HostBuilder.CreateDefaultBuilder()
            .ConfigureLogging(logging => logging.ClearProviders())
            .ConfigureServices(services => services.AddPostgresStorage(new() { ConnectionString = connectionString }).AddDncGrains())
            .UseOrleans(silo =>
            {
                silo.UsePostgresClustering(connectionString).AddPostgresGrainStorage(GrainStorageNames.Dnc, connectionString);
                silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("dnc", "dnc"));
                silo.ConfigureEndpoints(IPAddress.Loopback, FreePort.Take(), FreePort.Take());
            })
            .Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<IAcknowledgement>().UpToAsync(0, TestContext.Current.CancellationToken);
        return new(host);
    }

    /// <returns>The first administrator's key of a new organization.</returns>
    public async Task<string> NewOrganizationAsync()
    {
        var request = new Request(Organization.Default, "test", null, "test", StableId.Of("acme"), StableId.Of("acme"));
        var maker = _host.Services.GetRequiredService<IGrainFactory>().GetGrain<IOrganizationGrain>(Organization.Default);
        var made = await maker.MakeOrganizationAsync(request, new("acme", "Acme", "US"));
        Assert.Null(made.Refusal);
        return made.Value!.FirstKey.Secret!;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
