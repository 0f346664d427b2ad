using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Edits of action templates, and their application.</summary>
public static class TemplateRules
{
    public static Outcome<TemplateEdit> Add(OrganizationDocuments documents, TemplateDraft draft, string newId)
    {
        var read = Read(documents, draft, newId, 1);
        if (!read.Ok) return read.Refusal;
        if (documents.Templates.ContainsKey(newId)) return Refusal.Conflict("id.taken", $"There is a template '{newId}' already.");
        return documents.Templates.Values.Count(t => !t.Archived) >= WorkflowLimits.MaxTemplates
            ? WorkflowRefusals.TooMany("templates", WorkflowLimits.MaxTemplates)
            : new TemplateEdit(read.Value, EditGuards.Of(documents, read.Value.Action));
    }

    /// <summary>The whole template anew; where it was applied already, nothing changes.</summary>
    public static Outcome<TemplateEdit> Replace(OrganizationDocuments documents, string templateId, TemplateDraft draft)
    {
        var found = Find(documents, templateId);
        if (!found.Ok) return found.Refusal;
        var was = found.Value;
        var read = Read(documents, draft, templateId, was.Version + 1);
        if (!read.Ok) return read.Refusal;
        return IsSame(was, read.Value) ? new TemplateEdit(was, EditGuards.None) : new TemplateEdit(read.Value, EditGuards.Of(documents, read.Value.Action));
    }

    /// <summary>Takes the template out of use, for ever; one that is archived stays as it is. The actions that were made of it stay.</summary>
    public static Outcome<TemplateEdit> Archive(OrganizationDocuments documents, string templateId)
    {
        if (!documents.Templates.TryGetValue(templateId, out var template)) return Refusal.NotFound("template", TextRules.Shorten(templateId));
        return new TemplateEdit(template.Archived ? template : template with { Version = template.Version + 1, Archived = true }, EditGuards.None);
    }

    /// <summary>Gives the template's action to the targets, by the rules of a copy (<see cref="CopyRules.Copy"/>).</summary>
    public static Outcome<PlacementEdit> Apply(
        OrganizationDocuments documents, string templateId, ImmutableArray<StatusRef> targets, DateTimeOffset now, IdSource ids)
    {
        var found = Find(documents, templateId);
        if (!found.Ok) return found.Refusal;
        var template = found.Value;
        var placed = PlacementRules.Place(
            documents, "template", SourceOf(template), template.RecordType, template.Action, targets, now, ids);
        if (!placed.Ok) return placed;
        var guard = new DocumentGuard(DocumentKind.ActionTemplate, template.Id, template.Version);
        return placed.Value with { Guards = placed.Value.Guards.And(new([guard], [], [])) };
    }

    /// <summary>What an application would do, target by target.</summary>
    public static Outcome<ImmutableArray<PlacementPreview>> Preview(OrganizationDocuments documents, string templateId, ImmutableArray<StatusRef> targets)
    {
        var found = Find(documents, templateId);
        return found.Ok
            ? PlacementPreviewRules.Preview(documents, SourceOf(found.Value), found.Value.RecordType, found.Value.Action, targets)
            : found.Refusal;
    }

    static string SourceOf(ActionTemplate template) => $"The template '{template.Name}'";

    static Outcome<ActionTemplate> Find(OrganizationDocuments documents, string templateId) =>
        documents.Templates.TryGetValue(templateId, out var template) && !template.Archived
            ? template
            : Refusal.NotFound("template", TextRules.Shorten(templateId));

    static Outcome<ActionTemplate> Read(OrganizationDocuments documents, TemplateDraft draft, string id, long version)
    {
        var errors = new EditErrors();
        errors.Wrong(TextRules.CheckName("name", draft.Name));
        errors.Wrong(TextRules.CheckSlug("recordType", draft.RecordType));
        var action = ActionRules.Read(documents, draft.RecordType, "action.", draft.Action, "", 0, among: null);
        if (errors.Refusal is { } own) return action.Ok ? own : Refusal.Validation([.. own.Errors, .. action.Refusal.Errors]);
        return action.Ok ? new ActionTemplate(id, version, false, draft.Name.Trim(), draft.RecordType, action.Value) : action.Refusal;
    }

    static bool IsSame(ActionTemplate left, ActionTemplate right) =>
        left.Name == right.Name && left.RecordType == right.RecordType && SameActionRules.IsSame(left.Action, right.Action);
}
