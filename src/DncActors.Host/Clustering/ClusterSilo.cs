using System.Net;
using DncActors.Grains;
using DncActors.Host.Settings;
using DncActors.Host.Silo;
using Orleans.Configuration;

namespace DncActors.Host.Clustering;

/// <summary>Orleans in one of several processes that share a PostgreSQL.</summary>
static class ClusterSilo
{
    internal static void UseCluster(this ISiloBuilder silo, DncOptions options, SiloPorts ports)
    {
        var connectionString = options.RequiredConnectionString;
        silo.Services.AddHostedService<ClockWatch>();
        silo.UsePostgresClustering(connectionString);
        silo.AddPostgresGrainStorage(GrainStorageNames.Dnc, connectionString);
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ServiceId = SiloExtensions.ServiceId;
            cluster.ClusterId = options.ClusterId;
        });
        silo.Configure<EndpointOptions>(endpoints =>
        {
            endpoints.SiloPort = options.AdvertisedSiloPort ?? ports.Silo;
            endpoints.GatewayPort = ports.Gateway;
            // Without one Orleans takes the first address of an interface that is up.
            if (options.AdvertisedAddress is { } address) endpoints.AdvertisedIPAddress = address;
            // What the others call need not be an address of this machine's own: a container's is the outside's.
            var own = options.AdvertisedAddress is { } near && IPAddress.IsLoopback(near) ? near : IPAddress.Any;
            endpoints.SiloListeningEndpoint = new IPEndPoint(own, ports.Silo);
            endpoints.GatewayListeningEndpoint = new IPEndPoint(own, ports.Gateway);
        });
    }
}
