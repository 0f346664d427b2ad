using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

public sealed class TemplateRulesTests
{
    static readonly TemplateDraft _draft = new("Standard DNC", "lead", Sales.Draft);

    [Fact]
    public void A_template_keeps_an_action_without_id()
    {
        var template = TemplateRules.Add(Sales.Documents, _draft, "t9").Value().Template;
        Assert.Equal(("t9", 1L, "Standard DNC", "lead", ""), (template.Id, template.Version, template.Name, template.RecordType, template.Action.Id));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_template_and_its_action_is_said_at_once()
    {
        var draft = new TemplateDraft("", "No Slug", Sales.Draft with { Name = "", AllowedRoles = ["nobody"] });
        var refused = TemplateRules.Add(Sales.Documents, draft, "t9").Refused();
        Assert.Equal(RefusalCode.Validation, refused.Code);
        Assert.Equal(["name", "recordType", "action.name", "action.allowedRoles[0]", "action.operations[1].workflowId"], refused.Errors.Select(e => e.Field));
    }

    [Fact]
    public void A_template_never_moves_across_record_types()
    {
        var refused = TemplateRules.Add(Sales.Documents, _draft with { RecordType = "recruit" }, "t9").Refused();
        Assert.Equal(("action.target", RefusalCode.Unprocessable), (refused.Rule, refused.Code));
    }

    [Fact]
    public void A_template_is_replaced_whole_archived_once_and_then_not_found()
    {
        var documents = WithTemplate(out var template);
        Assert.Same(template, TemplateRules.Replace(documents, "t9", _draft).Value().Template);
        var replaced = TemplateRules.Replace(documents, "t9", _draft with { Name = "Other" }).Value().Template;
        Assert.Equal(("Other", 2L), (replaced.Name, replaced.Version));
        var archived = TemplateRules.Archive(documents, "t9").Value().Template;
        Assert.Equal((true, 2L), (archived.Archived, archived.Version));
        var after = documents.And(archived);
        Assert.Same(archived, TemplateRules.Archive(after, "t9").Value().Template);
        Assert.Equal(RefusalCode.NotFound, TemplateRules.Replace(after, "t9", _draft).Refused().Code);
        Assert.Equal(RefusalCode.NotFound, TemplateRules.Apply(after, "t9", [Sales.Talking], Sales.Now, new Sales.Ids()).Refused().Code);
    }

    [Fact]
    public void An_application_is_fenced_by_the_template()
    {
        var applied = TemplateRules.Apply(WithTemplate(out _), "t9", [Sales.Talking], Sales.Now, new Sales.Ids()).Value();
        Assert.Equal([new DocumentGuard(DocumentKind.ActionTemplate, "t9", 1)], applied.Guards.Documents);
        Assert.False(Assert.Single(applied.Placements).Replaced);
    }

    [Fact]
    public void A_template_whose_target_is_out_of_use_is_mended_before_it_is_applied()
    {
        var documents = WithTemplate(out _).Change(new("sales", "dead"), s => s with { Enabled = false });
        var refused = TemplateRules.Apply(documents, "t9", [Sales.Talking], Sales.Now, new Sales.Ids()).Refused();
        Assert.Equal("template.action", refused.Rule);
        Assert.Contains("disabled", refused.Detail, StringComparison.Ordinal);
    }

    static OrganizationDocuments WithTemplate(out ActionTemplate template)
    {
        template = TemplateRules.Add(Sales.Documents, _draft, "t9").Value().Template;
        return Sales.Documents.And(template);
    }
}
