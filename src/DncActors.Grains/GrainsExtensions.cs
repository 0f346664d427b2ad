using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Events;
using DncActors.Contracts.Leads;
using DncActors.Contracts.Nodes;
using DncActors.Contracts.Registry;
using DncActors.Domain.Identity;
using DncActors.Domain.Organizations;
using DncActors.Grains.Access;
using DncActors.Grains.Audit;
using DncActors.Grains.ContactChecks;
using DncActors.Grains.ContactChecks.Index;
using DncActors.Grains.Deciding;
using DncActors.Grains.Events;
using DncActors.Grains.Following;
using DncActors.Grains.Imports;
using DncActors.Grains.Jobs;
using DncActors.Grains.Leads;
using DncActors.Grains.Leases;
using DncActors.Grains.Nodes;
using DncActors.Grains.Organizations;
using DncActors.Grains.Registry;
using DncActors.Grains.Sessions;
using DncActors.Grains.UserGroups;
using DncActors.Grains.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;

namespace DncActors.Grains;

/// <summary>What a node is made of beside its store.</summary>
public static class GrainsExtensions
{
    /// <summary>An idle lead's activation is nothing but its place in the directory: it goes soon, or a busy hour would fill the memory with them.</summary>
    static readonly TimeSpan _leadsIdleFor = TimeSpan.FromSeconds(20);

    static readonly TimeSpan _collectEvery = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds everything that the grains stand on, and what the gateway asks of a node (<see cref="IContactChecks"/>, <see cref="IAccessDirectory"/>, …), for
    /// a process
    /// that has its store to itself. The store's ports are added beside it, before it, and the grain storage <see cref="GrainStorageNames.Dnc"/>.
    /// </summary>
    public static IServiceCollection AddDncGrains(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IdSource, Uuid7IdSource>();
        return services.AddFollowing().AddChecks().AddEvents().AddDeciding().AddNodes().AddBackground();
    }

    static IServiceCollection AddNodes(this IServiceCollection services)
    {
        services.AddSingleton<GrainActivations>();
        services.AddSingleton<GrainRequests>();
        services.AddSingleton<IIncomingGrainCallFilter>(provider => provider.GetRequiredService<GrainRequests>());
        services.AddHostedService(provider => provider.GetRequiredService<GrainRequests>());
        services.AddSingleton<GatewayChecks>();
        services.AddSingleton<IAnswered>(provider => provider.GetRequiredService<GatewayChecks>());
        services.AddSingleton<IAnswered>(provider => provider.GetRequiredService<CommitInstruments>());
        services.AddSingleton<AnsweredHere>();
        services.AddHostedService(provider => provider.GetRequiredService<AnsweredHere>());
        services.AddSingleton<NodeSelf>();
        services.AddSingleton<INodeReports, OrleansNodeReports>();
        services.AddSingleton<ICluster, ClusterNodes>();
        services.AddGrainService<NodeReporter>();
        return services;
    }

    static IServiceCollection AddFollowing(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IndexInstruments>().Watch(ContactIndex.Create()));
        services.AddSingleton<PublishedDocuments>();
        services.AddSingleton<ShardSequences>();
        services.AddSingleton<NodeImage>();
        services.AddSingleton<Follower>();
        services.AddSingleton<INodeReadiness>(provider => provider.GetRequiredService<Follower>());
        services.AddSingleton<INodeLease, EmbeddedLease>();
        services.AddSingleton<IAcknowledgement, EmbeddedAcknowledgement>();
        services.AddInstruments();
        services.AddSingleton<AcknowledgedLedger>();
        services.AddSingleton<IPublishedDocuments, FollowedDocuments>();
        services.AddSingleton<IAccessDirectory, AccessDirectory>();
        services.AddSingleton<PasswordThreads>();
        services.AddSingleton<LeadStandIns>();
        services.AddSingleton<ILeadStandIns>(provider => provider.GetRequiredService<LeadStandIns>());
        return services;
    }

    static void AddInstruments(this IServiceCollection services)
    {
        services.AddSingleton<FollowerInstruments>();
        services.AddSingleton<CommitInstruments>();
        services.AddSingleton<IndexInstruments>();
        services.AddSingleton<LeaseInstruments>();
        services.AddSingleton<PeerInstruments>();
        services.AddSingleton<GroupInstruments>();
    }

    static IServiceCollection AddChecks(this IServiceCollection services)
    {
        services.AddSingleton<CheckHits>();
        services.AddSingleton<KnownReasons>();
        services.AddSingleton<Explanations>();
        services.AddSingleton<IContactChecks, NodeContactChecks>();
        return services;
    }

    static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton(_ => new ChangeRing(ChangeRing.UsualWeight));
        services.AddSingleton<StreamSignals>();
        services.AddSingleton<GroupHints>();
        // The ring first: who is woken finds the change in it.
        services.AddSingleton<IFollowerListener>(provider => provider.GetRequiredService<ChangeRing>());
        services.AddSingleton<IFollowerListener>(provider => provider.GetRequiredService<StreamSignals>());
        services.AddSingleton<IFollowerListener>(provider => provider.GetRequiredService<GroupHints>());
        services.AddSingleton<RecentLog>();
        services.AddSingleton<EventStreams>();
        services.AddSingleton<IEventStreams>(provider => provider.GetRequiredService<EventStreams>());
        return services;
    }

    static IServiceCollection AddDeciding(this IServiceCollection services)
    {
        services.AddSingleton<DecisionLoop>();
        services.AddSingleton<DocumentEdits>();
        services.AddSingleton<Placing>();
        services.AddSingleton<StandingLeads>();
        services.AddSingleton<Restoring>();
        services.AddSingleton<ImportChunks>();
        services.AddSingleton<LeadImports>();
        services.AddSingleton<ILeadImports>(provider => provider.GetRequiredService<LeadImports>());
        services.AddSingleton<EntryImports>();
        services.AddSingleton<IEntryImports>(provider => provider.GetRequiredService<EntryImports>());
        services.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionQuantum = _collectEvery;
            options.ClassSpecificCollectionAge[typeof(LeadGrain).FullName!] = _leadsIdleFor;
        });
        return services;
    }

    static IServiceCollection AddBackground(this IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<Follower>());
        services.AddHostedService(provider => provider.GetRequiredService<GroupHints>());
        services.AddHostedService(provider => provider.GetRequiredService<CheckHits>());
        services.AddSingleton<IJobSteps, RestrictionSteps>();
        services.AddSingleton<IJobSteps, ImportRevocationSteps>();
        services.AddHostedService<JobSweep>();
        services.AddHostedService<AccessRetention>();
        return services;
    }
}
