using System.Collections.Immutable;
using DncActors.Contracts.Leads;
using DncActors.Domain.Leads;
using DncActors.Domain.Paging;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Leads;

/// <summary>Reads leads through a silo.</summary>
sealed class SiloLeads(SiloCalls silos) : ILeadStore
{
    public Task<LoadedLead> LoadAsync(string organization, string leadId, Guid? commitId) =>
        SiloCalls.ReadAsync(() => silos.Any<ILeadReadsGrain>().LoadAsync(organization, leadId, commitId));

    public Task<PageOf<Lead>> SearchAsync(string organization, LeadQuery query, PageRequest page, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<ILeadReadsGrain>().SearchAsync(organization, query, page, cancellation));

    public Task<Execution?> ReadExecutionAsync(string organization, Guid executionId, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<ILeadReadsGrain>().ReadExecutionAsync(organization, executionId, cancellation));

    public Task<PageOf<Execution>> ReadHistoryAsync(string organization, string leadId, PageRequest page, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<ILeadReadsGrain>().ReadHistoryAsync(organization, leadId, page, cancellation));

    public Task<ImmutableHashSet<string>> FindTakenAsync(string organization, ImmutableArray<string> leadIds, CancellationToken cancellation) =>
        throw new NotSupportedException("Chunks of imports are planned by silos.");

    public Task<ImmutableArray<LeadState>> ReadStandingAsync(
        string organization, string workflowId, string statusId, string? afterLeadId, int limit, CancellationToken cancellation) =>
        throw new NotSupportedException("Jobs are done by silos.");
}
