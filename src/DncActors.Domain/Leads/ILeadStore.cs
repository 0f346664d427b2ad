using System.Collections.Immutable;
using DncActors.Domain.Paging;

namespace DncActors.Domain.Leads;

/// <summary>Reads leads and executions. Loads are gathered: what is asked for at the same time is one read.</summary>
public interface ILeadStore
{
    /// <summary>The lead, and the commit of that id where one is asked for, from one snapshot.</summary>
    Task<LoadedLead> LoadAsync(string organization, string leadId, Guid? commitId);

    /// <summary>Those of the ids (at most 1,000) that are taken.</summary>
    Task<ImmutableHashSet<string>> FindTakenAsync(string organization, ImmutableArray<string> leadIds, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<PageOf<Lead>> SearchAsync(string organization, LeadQuery query, PageRequest page, CancellationToken cancellation);

    /// <summary>Leads that stand in a status, oldest first, with their own entries, behind the one named: a job's walk.</summary>
    Task<ImmutableArray<LeadState>> ReadStandingAsync(
        string organization, string workflowId, string statusId, string? afterLeadId, int limit, CancellationToken cancellation);

    Task<Execution?> ReadExecutionAsync(string organization, Guid executionId, CancellationToken cancellation);

    /// <summary>A lead's executions, newest first.</summary>
    Task<PageOf<Execution>> ReadHistoryAsync(string organization, string leadId, PageRequest page, CancellationToken cancellation);
}
