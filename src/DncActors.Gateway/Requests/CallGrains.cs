using DncActors.Contracts.Identity;
using DncActors.Contracts.Leads;
using DncActors.Contracts.Organizations;
using DncActors.Contracts.Workflows;
using DncActors.Domain.Organizations;
using DncActors.Gateway.Leads;

namespace DncActors.Gateway.Requests;

/// <summary>The grains and documents of the caller's organization: the only ones that a call can reach.</summary>
static class CallGrains
{
    internal static IWorkflowGrain Workflow(this Call call, string workflowId) =>
        call.Ask<IGrainFactory>().GetGrain<IWorkflowGrain>(GrainKeys.Of(call.Access.Organization, workflowId));

    internal static Task<T> AskLeadAsync<T>(this Call call, string leadId, Func<ILeadTurns, Task<T>> ask) =>
        call.Ask<LeadCalls>().AskAsync(GrainKeys.Of(call.Access.Organization, leadId), ask);

    internal static IOrganizationGrain Organization(this Call call) => call.Ask<IGrainFactory>().GetGrain<IOrganizationGrain>(call.Access.Organization);

    /// <exception cref="InvalidOperationException">The key is known but its organization is not: the node's caches contradict each other.</exception>
    internal static async ValueTask<OrganizationDocuments> DocumentsAsync(this Call call) =>
        await call.Ask<IPublishedDocuments>().FindAsync(call.Access.Organization)
            ?? throw new InvalidOperationException("The caller's organization is not among the published documents.");
}
