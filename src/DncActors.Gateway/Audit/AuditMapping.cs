using System.Text.Json;
using DncActors.Client.Audit;
using DncActors.Client.Registry;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Leads;
using DncActors.Gateway.Organizations;
using DncActors.Gateway.People;
using DncActors.Gateway.Registry;
using DncActors.Gateway.Requests;
using DncActors.Gateway.Workflows;

namespace DncActors.Gateway.Audit;

/// <summary>The record, as it is told: before and after in the form in which the thing itself is told, so that no secret leaves this way either.</summary>
static class AuditMapping
{
    /// <param name="leadId">Whose audit it is; null: anybody's. What others came with in the same import is not told to it.</param>
    internal static AuditRecordModel ToModel(AuditRecord record, string? leadId = null)
    {
        var (change, what, execution) = (record.Change, record.Change.What, record.Execution);
        return new AuditRecordModel
        {
            Sequence = change.Sequence,
            At = change.At,
            Actor = change.Actor,
            Type = what.Type,
            LeadId = what.LeadId,
            Subject = what.Subject,
            ExecutionId = what.ExecutionId?.ToString(),
            ActionName = what.ActionName ?? execution?.ActionName,
            Note = execution?.Note,
            Evidence = execution?.Evidence,
            Added = AddedBy(what, leadId),
            Revoked = what.Type == ChangeTypes.ImportRevoked ? [] : [.. what.Revoked.Select(r => RevocationMapping.ToModel(r))],
            Before = BeforeOf(record),
            After = AfterOf(record),
        };
    }

    /// <summary>An import's entries are hundreds a record: a page of such records would have no end.</summary>
    static IReadOnlyList<DncEntryModel> AddedBy(ChangeDraft what, string? leadId)
    {
        if (!IsImport(what)) return [.. what.Added.Select(EntryMapping.ToModel)];
        return leadId is null ? [] : [.. what.Added.Where(e => e.LeadId == leadId).Select(EntryMapping.ToModel)];
    }

    static JsonElement? BeforeOf(AuditRecord record)
    {
        var what = record.Change.What;
        if (record.Before is { } document) return ElementOf(document);
        if (what.Before is { } json) return AuditJson.Told(json);
        if (what is { Type: ChangeTypes.EntryRevoked, Revoked: [var revoked] }) return ElementOf(RevocationMapping.BeforeIt(revoked));
        return what.From is { } from ? ElementOf(StatusMapping.ToModel(from)) : null;
    }

    static JsonElement? AfterOf(AuditRecord record)
    {
        var what = record.Change.What;
        if (what.Document is { } document) return document.Archived ? null : ElementOf(document);
        if (what.After is { } json) return AuditJson.Told(json);
        if (record.Execution is { } execution) return ElementOf(ExecutionMapping.ToModel(execution));
        if (what is { Type: ChangeTypes.EntryRevoked, Revoked: [var revoked] }) return ElementOf(RevocationMapping.ToModel(revoked));
        if (what is { Type: ChangeTypes.EntriesAdded, Added: [var added] }) return ElementOf(EntryMapping.ToModel(added));
        if (what.Type == ChangeTypes.ImportRevoked) return AuditJson.Count("revoked", what.Revoked.Length);
        if (what.Type == ChangeTypes.EntriesImported) return AuditJson.Count("entries", what.Added.Length);
        return what.To is { } to ? ElementOf(StatusMapping.ToModel(to)) : null;
    }

    static bool IsImport(ChangeDraft what) => what.Type is ChangeTypes.EntriesImported or ChangeTypes.LeadsImported;

    static JsonElement? ElementOf(Document document) => document switch
    {
        Organization organization => ElementOf(OrganizationMapping.ToModel(organization)),
        Workflow workflow => ElementOf(WorkflowMapping.ToModel(workflow)),
        ActionTemplate template => ElementOf(TemplateMapping.ToModel(template)),
        Role role => ElementOf(RoleMapping.ToModel(role)),
        User user => ElementOf(UserMapping.ToModel(user)),
        UserGroup group => ElementOf(UserGroupMapping.ToModel(group)),
        ApiKey key => ElementOf(ApiKeyMapping.ToModel(key)),
        _ => null,
    };

    static JsonElement ElementOf<T>(T model) => JsonSerializer.SerializeToElement(model, JsonBody.TypeOf<T>());
}
