using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>Makes a lead of a draft, for a single one and for a line of an import alike.</summary>
static class NewLeadRules
{
    public static Outcome<(Lead Lead, OwnEntriesPlan Entries)> Make(
        PlanContext context, string id, LeadDraft draft, OrganizationDocuments documents, string region)
    {
        var errors = new List<FieldError>();
        LeadFieldRules.ReadId(id, errors);
        var name = LeadFieldRules.ReadName(draft.Name, errors);
        var points = LeadContactPointRules.Read(draft.ContactPoints, region, errors);
        var groups = LeadFieldRules.ReadUserGroups(draft.UserGroups, documents, errors);
        var attributes = LeadFieldRules.ReadAttributes(draft.Attributes, errors);
        var place = FindPlace(draft, documents, errors);
        if (errors.Count > 0) return Refusal.Validation([.. errors]);
        var (workflow, status) = place.GetValueOrDefault();
        if (RefusePlace(draft, workflow, status) is { } refusal) return refusal;

        var lead = new Lead(
            id,
            Version: 1,
            workflow.RecordType,
            new(workflow.Id, status.Id),
            name,
            points,
            groups,
            attributes,
            Flags: [],
            CreatedAt: context.Now,
            StatusSince: context.Now,
            StatusBy: context.Request.Actor,
            context.ImportId);
        var entries = new OwnEntriesPlan(context, id, []);
        StatusEntryRules.Align(entries, points, status);
        return (lead, entries);
    }

    static (Workflow Workflow, Status Status)? FindPlace(LeadDraft draft, OrganizationDocuments documents, List<FieldError> errors)
    {
        if (documents.Workflows.GetValueOrDefault(draft.WorkflowId ?? "") is not { } workflow)
        {
            errors.Add(new("workflowId", $"There is no workflow {LeadFieldRules.Quote(draft.WorkflowId)}: name one of GET /v1/workflows."));
            return null;
        }
        if (workflow.Find(draft.StatusId ?? "") is { } status) return (workflow, status);
        var names = string.Join(", ", workflow.Statuses.Where(s => s.InUse).Select(s => $"'{s.Id}'"));
        errors.Add(new("statusId", $"The workflow '{workflow.Id}' has no status {LeadFieldRules.Quote(draft.StatusId)}: write one of {names}."));
        return null;
    }

    static Refusal? RefusePlace(LeadDraft draft, Workflow workflow, Status status)
    {
        if (draft.RecordType != workflow.RecordType)
        {
            var detail = $"The workflow '{workflow.Name}' is for '{workflow.RecordType}', not for {LeadFieldRules.Quote(draft.RecordType)}.";
            return Refusal.Unprocessable("lead.record-type", detail, new FieldError("recordType", detail));
        }
        return PlaceRules.WhyNotInUse(workflow, status) is { } why ? Refusal.Unprocessable(why.Code, why.Detail, new FieldError("statusId", why.Detail)) : null;
    }
}
