using System.Net;
using DncActors.Grains;
using DncActors.Host.Clustering;
using DncActors.TestServers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using HostBuilder = Microsoft.Extensions.Hosting.Host;

namespace DncActors.ClusterTests.Clustering;

/// <summary>A silo or a client of a cluster on PostgreSQL, set up as the host does it, but quick to give up its peers.</summary>
public sealed class ClusterHost : IAsyncDisposable
{
    readonly IHost _host;
    readonly TcpRelay? _wire;

    ClusterHost(IHost host, TcpRelay? wire) => (_host, _wire) = (host, wire);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The way that the other silos reach this one.</summary>
    public TcpRelay Wire => _wire ?? throw new InvalidOperationException("Nobody calls a client.");

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public SiloAddress Address => _host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    /// <summary>What Orleans wanted to end the process for.</summary>
    public string? Fatal => _host.Services.GetRequiredService<FatalErrors>().First;

    public static Task<ClusterHost> StartSiloAsync(string connectionString)
    {
        var port = FreePort.Take();
        var wire = new TcpRelay(port);
        var builder = HostBuilder.CreateDefaultBuilder().UseOrleans(silo =>
        {
            silo.UsePostgresClustering(connectionString).AddPostgresGrainStorage(GrainStorageNames.Dnc, connectionString);
            silo.Configure<ClusterOptions>(Name);
            silo.ConfigureEndpoints(IPAddress.Loopback, wire.Port, FreePort.Take());
            silo.Configure<EndpointOptions>(endpoints => endpoints.SiloListeningEndpoint = new IPEndPoint(IPAddress.Loopback, port));
            silo.Configure<ClusterMembershipOptions>(Hurry);
            silo.Services.AddSingleton<FatalErrors>();
            // Orleans would end the process of the tests with the silo.
            silo.Services.Replace(ServiceDescriptor.Singleton<IFatalErrorHandler>(services => services.GetRequiredService<FatalErrors>()));
        });
        return StartAsync(builder, wire);
    }

    public static Task<ClusterHost> StartClientAsync(string connectionString) => StartAsync(HostBuilder.CreateDefaultBuilder()
        .UseOrleansClient(client => client.UsePostgresClustering(connectionString).Configure<ClusterOptions>(Name)), wire: null);

    /// <summary>The members of the cluster as they stand in the table.</summary>
    public async Task<IReadOnlyList<MembershipEntry>> MembersAsync() =>
        [.. (await _host.Services.GetRequiredService<IMembershipTable>().ReadAllAsync(Cancel)).Members.Select(m => m.Item1)];

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        if (_wire is not null) await _wire.DisposeAsync();
    }

    static async Task<ClusterHost> StartAsync(IHostBuilder builder, TcpRelay? wire)
    {
        var host = new ClusterHost(builder.ConfigureLogging(logging => logging.ClearProviders()).Build(), wire);
        await host._host.StartAsync(Cancel);
        return host;
    }

    static void Name(ClusterOptions cluster) => (cluster.ClusterId, cluster.ServiceId) = ("dnc", "dnc");

    static void Hurry(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = membership.MinProbeTimeout = membership.MaxProbeTimeout = TimeSpan.FromSeconds(1);
        membership.TableRefreshTimeout = membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(1);
        // A busy machine's silence is no death.
        membership.NumMissedTableIAmAliveLimit = 30;
    }
}
