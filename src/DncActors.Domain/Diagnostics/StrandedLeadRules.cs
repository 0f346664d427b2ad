using System.Globalization;
using DncActors.Domain.Organizations;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>Leads in statuses that were disabled under them: no action runs there, so no wish can be honoured.</summary>
static class StrandedLeadRules
{
    /// <param name="standing">How many leads stand where.</param>
    public static IEnumerable<CoverageFinding> Check(OrganizationDocuments documents, IEnumerable<LeadCountRow> standing)
    {
        var leads = standing.ToDictionary(row => row.At, row => row.Leads);
        return
            from workflow in PlacedAction.WorkflowsInUse(documents)
            from status in workflow.Statuses
            where status is { Enabled: false, Archived: false }
            let count = leads.GetValueOrDefault(new StatusRef(workflow.Id, status.Id))
            where count > 0
            select Finding(workflow, status, count);
    }

    static CoverageFinding Finding(Workflow workflow, Status status, long count) => new(
        CoverageCodes.StatusDisabledWithLeads,
        CoverageSeverity.Problem,
        workflow.Id,
        status.Id,
        null,
        $"The status {PlacedAction.Name(workflow, status)} is disabled and {Leads(count)} there: no action can be run on them, no Do Not Contact either.",
        $"Enable '{status.Name}' until its leads have been moved on.");

    static string Leads(long count) => count == 1 ? "1 lead stands" : string.Create(CultureInfo.InvariantCulture, $"{count} leads stand");
}
