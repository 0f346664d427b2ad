using DncActors.Contracts.Nodes;
using DncActors.Domain.Identity;
using DncActors.Grains.Following;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DncActors.Grains.Leases;

/// <summary>What a node that shares its database with others has instead of the embedded lease.</summary>
public static class LeasesExtensions
{
    /// <summary>
    /// Makes this node answer "allowed" under a lease only, and acknowledge when every node knows. Added behind the grains; the store's
    /// <see cref="Domain.Leases.ILeaseStore"/> is added beside it.
    /// </summary>
    public static IServiceCollection AddDncLeases(this IServiceCollection services, LeaseOptions options)
    {
        var wrong = LeaseOptionsRules.Check(options);
        if (wrong.Count > 0) throw new ArgumentException(string.Join(" ", wrong), nameof(options));
#if DNC_MUTANTS
        services.AddSingleton(GrainsMutant.Rules(options));
#else
        services.AddSingleton(new LeaseRules(options));
#endif
        services.AddSingleton<NodeLease>();
        services.AddSingleton<Acknowledgement>();
        services.AddSingleton(Self);
        services.AddSingleton<LeaseKeeper>();
        services.AddSingleton<ClusterAcknowledgement>();
        services.TryAddSingleton<IPeerPush, OrleansPeerPush>();
        services.AddGrainService<Peer>();
        services.Replace(ServiceDescriptor.Singleton<INodeLease>(provider => provider.GetRequiredService<LeaseKeeper>()));
        services.Replace(ServiceDescriptor.Singleton<INodeReadiness>(provider => provider.GetRequiredService<LeaseKeeper>()));
        services.Replace(ServiceDescriptor.Singleton<IAcknowledgement>(provider => provider.GetRequiredService<ClusterAcknowledgement>()));
        services.AddHostedService(provider => provider.GetRequiredService<ClusterAcknowledgement>());
        services.AddHostedService(provider => provider.GetRequiredService<LeaseKeeper>());
        return services;
    }

    static ThisProcess Self(IServiceProvider provider)
    {
        var address = provider.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToParsableString();
        var now = provider.GetRequiredService<TimeProvider>().GetUtcNow();
        return new($"{address}/{provider.GetRequiredService<IdSource>().Next(now):N}", address);
    }
}
