using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.Grains.Workflows;

/// <summary>Where leads stand: what is put out of use must be empty.</summary>
sealed class StandingLeads(ILeadStore leads)
{
    public async Task<bool> AnyAsync(string organization, StatusRef at) =>
        !(await leads.ReadStandingAsync(organization, at.WorkflowId, at.StatusId, null, 1, CancellationToken.None)).IsEmpty;

    /// <summary>A status of the workflow in which a lead stands, or null.</summary>
    public async Task<Status?> FindAsync(string organization, Workflow? workflow)
    {
        foreach (var status in workflow?.Statuses ?? [])
        {
            if (await AnyAsync(organization, new(workflow!.Id, status.Id))) return status;
        }
        return null;
    }

    public static Refusal Refuse(Status status) =>
        Refusal.Unprocessable("status.has-leads", $"Leads stand in the status '{status.Name}': move them first.");
}
