using DncActors.Domain.Leads;
using DncActors.Domain.Paging;

namespace DncActors.Contracts.Leads;

/// <summary>Leads and executions from the store, for gateways.</summary>
[Alias("dnc.ILeadReadsGrain")]
public interface ILeadReadsGrain : IGrainWithIntegerKey
{
    [Alias("Load")]
    Task<LoadedLead> LoadAsync(string organization, string leadId, Guid? commitId);

    [Alias("Search")]
    Task<PageOf<Lead>> SearchAsync(string organization, LeadQuery query, PageRequest page, CancellationToken cancellation);

    [Alias("ReadExecution")]
    Task<Execution?> ReadExecutionAsync(string organization, Guid executionId, CancellationToken cancellation);

    [Alias("ReadHistory")]
    Task<PageOf<Execution>> ReadHistoryAsync(string organization, string leadId, PageRequest page, CancellationToken cancellation);
}
