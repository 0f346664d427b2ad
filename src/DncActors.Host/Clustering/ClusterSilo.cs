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
        silo.UsePostgresClustering(connectionString);
        silo.AddPostgresGrainStorage(GrainStorageNames.Dnc, connectionString);
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ServiceId = SiloExtensions.ServiceId;
            cluster.ClusterId = options.ClusterId;
        });
        silo.Configure<EndpointOptions>(endpoints =>
        {
            endpoints.SiloPort = ports.Silo;
            endpoints.GatewayPort = ports.Gateway;
            // Without one Orleans takes the first address of an interface that is up.
            if (options.AdvertisedAddress is { } address) endpoints.AdvertisedIPAddress = address;
            if (options.AdvertisedAddress is { } own && IPAddress.IsLoopback(own)) return;
            // What the others call need not be an address of this machine's own: a container's is the outside's.
            endpoints.SiloListeningEndpoint = new IPEndPoint(IPAddress.Any, ports.Silo);
            endpoints.GatewayListeningEndpoint = new IPEndPoint(IPAddress.Any, ports.Gateway);
        });
    }
}
