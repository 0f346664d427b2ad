using System.Text.Json;
using DncActors.Client.Audit;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Events;
using DncActors.Gateway.Leads;
using DncActors.Gateway.Organizations;
using DncActors.Gateway.People;
using DncActors.Gateway.Requests;
using DncActors.Gateway.Workflows;

namespace DncActors.Gateway.Audit;

/// <summary>The record, as it is told: before and after in the form in which the thing itself is told, so that no secret leaves this way either.</summary>
static class AuditMapping
{
    internal static AuditRecordModel ToModel(AuditRecord record)
    {
        var (change, what) = (record.Change, record.Change.What);
        return new AuditRecordModel
        {
            Sequence = change.Sequence,
            At = change.At,
            Actor = change.Actor,
            Type = what.Type,
            LeadId = what.LeadId,
            Subject = what.Subject,
            ExecutionId = what.ExecutionId?.ToString(),
            Before = BeforeOf(record),
            After = AfterOf(record),
        };
    }

    static JsonElement? BeforeOf(AuditRecord record)
    {
        var what = record.Change.What;
        if (record.Before is { } document) return ElementOf(document);
        if (what.Before is { } json) return JsonElement.Parse(json);
        return what.From is { } from ? ElementOf(StatusMapping.ToModel(from)) : null;
    }

    static JsonElement? AfterOf(AuditRecord record)
    {
        var what = record.Change.What;
        if (what.Document is { } document) return document.Archived ? null : ElementOf(document);
        if (what.After is { } json) return JsonElement.Parse(json);
        if (record.Execution is { } execution) return ElementOf(ExecutionMapping.ToModel(execution));
        if (!what.Added.IsEmpty || !what.Revoked.IsEmpty) return ElementOf(EventMapping.ToModel(record.Change));
        return what.To is { } to ? ElementOf(StatusMapping.ToModel(to)) : null;
    }

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
