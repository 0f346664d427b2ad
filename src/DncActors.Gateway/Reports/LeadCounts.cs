using DncActors.Client.Reports;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Workflows;

namespace DncActors.Gateway.Reports;

/// <summary>The report of leads: what stands where, how much of it is flagged, and what counts as active.</summary>
static class LeadCounts
{
    internal static IEnumerable<LeadCountRowModel> Of(
        IEnumerable<LeadCountRow> counts, OrganizationDocuments documents, LeadCountGroup groupBy, bool? doNotContact)
    {
        var rows = counts.Select(count => ToModel(Only(ByStatus(count, documents), doNotContact), documents))
            .Where(r => r.Leads > 0)
            .OrderBy(r => r.Label, StringComparer.Ordinal);
        return groupBy == LeadCountGroup.Status ? rows : rows.GroupBy(r => r.SystemStatus).Select(Sum).OrderBy(r => IndexOf(r.SystemStatus));
    }

    /// <summary>Whoever stands in a status that restricts contact is flagged by it, with or without an entry of their own.</summary>
    static LeadCountRow ByStatus(LeadCountRow count, OrganizationDocuments documents) =>
        documents.FindStatus(count.At) is { RestrictsContact: not Channels.None } ? count with { DoNotContact = count.Leads } : count;

    /// <summary>Only flagged leads, only the others, or all.</summary>
    static LeadCountRow Only(LeadCountRow count, bool? doNotContact) => doNotContact switch
    {
        true => count with { Leads = count.DoNotContact },
        false => count with { Leads = count.Leads - count.DoNotContact, DoNotContact = 0 },
        null => count,
    };

    static LeadCountRowModel ToModel(LeadCountRow count, OrganizationDocuments documents)
    {
        var status = documents.FindStatus(count.At);
        var workflow = documents.Workflows.GetValueOrDefault(count.At.WorkflowId);
        return new LeadCountRowModel
        {
            Key = count.At.ToString(),
            Label = status is null || workflow is null ? count.At.ToString() : $"{workflow.Name} / {status.Name}",
            WorkflowId = count.At.WorkflowId,
            StatusId = count.At.StatusId,
            // A status that this node does not know yet counts as dead: no figure may be too high for it.
            SystemStatus = WorkflowWords.SystemStatuses.Of(status?.SystemStatus ?? SystemStatus.Dead),
            Leads = count.Leads,
            DoNotContact = count.DoNotContact,
            Active = status is null or { SystemStatus: SystemStatus.Dead } ? 0 : count.Leads - count.DoNotContact,
        };
    }

    static LeadCountRowModel Sum(IGrouping<string, LeadCountRowModel> rows) => new()
    {
        Key = rows.Key,
        Label = rows.Key,
        SystemStatus = rows.Key,
        Leads = rows.Sum(r => r.Leads),
        DoNotContact = rows.Sum(r => r.DoNotContact),
        Active = rows.Sum(r => r.Active),
    };

    static int IndexOf(string systemStatus) => WorkflowWords.SystemStatuses.All.ToList().IndexOf(systemStatus);
}
