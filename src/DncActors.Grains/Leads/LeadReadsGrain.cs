using DncActors.Contracts.Leads;
using DncActors.Domain.Leads;
using DncActors.Domain.Paging;
using Orleans.Concurrency;

namespace DncActors.Grains.Leads;

/// <summary>Reads leads for gateways.</summary>
[StatelessWorker, Reentrant]
sealed class LeadReadsGrain(ILeadStore leads) : Grain, ILeadReadsGrain
{
    public Task<LoadedLead> LoadAsync(string organization, string leadId, Guid? commitId) => leads.LoadAsync(organization, leadId, commitId);

    public Task<PageOf<Lead>> SearchAsync(string organization, LeadQuery query, PageRequest page, CancellationToken cancellation) =>
        leads.SearchAsync(organization, query, page, cancellation);

    public Task<Execution?> ReadExecutionAsync(string organization, Guid executionId, CancellationToken cancellation) =>
        leads.ReadExecutionAsync(organization, executionId, cancellation);

    public Task<PageOf<Execution>> ReadHistoryAsync(string organization, string leadId, PageRequest page, CancellationToken cancellation) =>
        leads.ReadHistoryAsync(organization, leadId, page, cancellation);
}
