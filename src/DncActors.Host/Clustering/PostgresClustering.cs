using DncActors.Storage.Postgres;
using Npgsql;
using Orleans.Configuration;
using Orleans.Serialization;

namespace DncActors.Host.Clustering;

/// <summary>Orleans on PostgreSQL: who is in the cluster, and what grains keep. The schema must be there before the silo or client starts.</summary>
public static class PostgresClustering
{
    /// <summary>How long a client may go on calling silos that are gone, and miss new ones.</summary>
    static readonly TimeSpan GatewayListAge = TimeSpan.FromSeconds(10);

    /// <summary>Finds the other silos in PostgreSQL, by connections of its own, and watches them.</summary>
    public static ISiloBuilder UsePostgresClustering(this ISiloBuilder silo, string connectionString)
    {
        AddSource(silo.Services, nameof(UsePostgresClustering), () => OrleansDataSources.ForMembership(connectionString));
        silo.UseAdoNetClustering(membership => membership.Configure<IServiceProvider>((options, services) =>
        {
            options.Invariant = OrleansDataSources.Invariant;
            options.DataSource = Source(services, nameof(UsePostgresClustering));
        }));
        silo.Configure<ClusterMembershipOptions>(FailureDetection.Set);
        silo.Configure<ExceptionSerializationOptions>(SendDriversFaults);
        return silo;
    }

    /// <summary>Finds the silos in PostgreSQL.</summary>
    public static IClientBuilder UsePostgresClustering(this IClientBuilder client, string connectionString)
    {
        AddSource(client.Services, nameof(UsePostgresClustering), () => OrleansDataSources.ForMembership(connectionString));
        client.UseAdoNetClustering(gateways => gateways.Configure<IServiceProvider>((options, services) =>
        {
            options.Invariant = OrleansDataSources.Invariant;
            options.DataSource = Source(services, nameof(UsePostgresClustering));
        }));
        client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = GatewayListAge);
        client.Configure<ExceptionSerializationOptions>(SendDriversFaults);
        return client;
    }

    /// <summary>Keeps what grains keep under this name in PostgreSQL.</summary>
    public static ISiloBuilder AddPostgresGrainStorage(this ISiloBuilder silo, string name, string connectionString)
    {
        AddSource(silo.Services, name, () => OrleansDataSources.ForGrainStorage(connectionString));
        silo.AddAdoNetGrainStorage(name, storage => storage.Configure<IServiceProvider>((options, services) =>
        {
            options.Invariant = OrleansDataSources.Invariant;
            options.DataSource = Source(services, name);
        }));
        return silo;
    }

    /// <summary>A grain whose storage cannot be reached says so with the driver's fault inside; without this the caller is told of a missing codec.</summary>
    static void SendDriversFaults(ExceptionSerializationOptions exceptions) => exceptions.SupportedNamespacePrefixes.Add("Npgsql");

    /// <summary>The container makes it, and disposes of it after the silo has stopped.</summary>
    static void AddSource(IServiceCollection services, string key, Func<NpgsqlDataSource> make) =>
        services.AddKeyedSingleton(key, (_, _) => make());

    static NpgsqlDataSource Source(IServiceProvider services, string key) => services.GetRequiredKeyedService<NpgsqlDataSource>(key);
}
