using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Events;
using DncActors.Contracts.Leads;
using DncActors.Contracts.Nodes;
using DncActors.Contracts.Registry;
using DncActors.Domain.Audit;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using DncActors.Gateway.Access;
using DncActors.Gateway.Audit;
using DncActors.Gateway.Cluster;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Events;
using DncActors.Gateway.Jobs;
using DncActors.Gateway.Leads;
using DncActors.Gateway.Organizations;
using DncActors.Gateway.Registry;
using DncActors.Gateway.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DncActors.Gateway.Silos;

/// <summary>What a gateway that is no node answers from.</summary>
public static class SilosExtensions
{
    /// <summary>
    /// Adds everything that <see cref="DncGatewayExtensions.AddDncGateway"/> wants of its host, each asked of silos. The host brings a grain factory: it is a
    /// client of theirs.
    /// </summary>
    public static IServiceCollection AddDncSilos(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SiloCalls>();
        services.AddSingleton<SiloReadiness>();
        services.AddSingleton<INodeReadiness>(provider => provider.GetRequiredService<SiloReadiness>());
        services.AddHostedService(provider => provider.GetRequiredService<SiloReadiness>());
        services.AddSingleton<IAcknowledgement, SiloAcknowledgement>();
        services.AddSingleton<SiloAccess>();
        services.AddSingleton<IAccessDirectory>(provider => provider.GetRequiredService<SiloAccess>());
        services.AddSingleton<ChecksAhead>();
        services.AddSingleton<IContactChecks, SiloContactChecks>();
        services.AddSingleton<IPublishedDocuments, SiloDocuments>();
        services.AddSingleton<IDocumentStore, SiloDocumentVersions>();
        services.AddSingleton<IEventStreams, SiloEventStreams>();
        services.AddSingleton<IChangeLog, SiloChangeLog>();
        services.AddSingleton<ILeadStore, SiloLeads>();
        services.AddSingleton<ILeadImports, SiloLeadImports>();
        services.AddSingleton<IEntryStore, SiloEntries>();
        services.AddSingleton<IEntryImports, SiloEntryImports>();
        services.AddSingleton<IReportStore, SiloReports>();
        services.AddSingleton<IJobStore, SiloJobs>();
        services.AddSingleton<IAccessStore, SiloAccessRecords>();
        services.AddSingleton<ICluster, SiloCluster>();
        return services;
    }
}
