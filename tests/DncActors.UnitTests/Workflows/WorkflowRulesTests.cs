using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

public sealed class WorkflowRulesTests
{
    [Fact]
    public void A_new_workflow_is_empty_and_at_version_1()
    {
        var made = WorkflowRules.Create(Sales.Documents, new("  Loans ", "loan-2"), "w9").Value().Workflow;
        Assert.Equal(("w9", 1L, "Loans", "loan-2"), (made.Id, made.Version, made.Name, made.RecordType));
        Assert.Empty(made.Statuses);
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_workflow_is_said_at_once()
    {
        var refused = WorkflowRules.Create(Sales.Documents, new("a\nb", "Lead!"), "w9").Refused();
        Assert.Equal(RefusalCode.Validation, refused.Code);
        Assert.Equal(["name", "recordType"], refused.Errors.Select(e => e.Field));
        Assert.Contains("'Lead!'", refused.Errors[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("9lead")]
    [InlineData("lead_x")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void A_record_type_is_a_slug(string recordType) =>
        Assert.Equal(["recordType"], WorkflowRules.Create(Sales.Documents, new("Loans", recordType), "w9").Fields());

    [Fact]
    public void An_id_that_is_taken_makes_no_second_workflow() =>
        Assert.Equal(RefusalCode.Conflict, WorkflowRules.Create(Sales.Documents, new("Loans", "loan"), "sales").Refused().Code);

    [Fact]
    public void An_organization_has_a_limited_number_of_workflows()
    {
        var full = Sales.Documents.And(Enumerable.Range(0, WorkflowLimits.MaxWorkflows - 3).Select(i => new Workflow($"w{i}", 1, false, "W", "lead", [])));
        Assert.Equal("workflows.too-many", WorkflowRules.Create(full, new("Loans", "loan"), "more").Refused().Rule);
        Assert.True(WorkflowRules.Create(full.And(full.Workflows["w0"] with { Version = 2, Archived = true }), new("Loans", "loan"), "more").Ok);
    }

    [Fact]
    public void A_new_name_is_one_version_up_and_the_same_name_changes_nothing()
    {
        var changed = WorkflowRules.Change(Sales.Documents, "sales", new("Selling")).Value().Workflow;
        Assert.Equal((4L, "Selling"), (changed.Version, changed.Name));
        Assert.Same(Sales.Documents.Workflows["sales"], WorkflowRules.Change(Sales.Documents, "sales", new(" Sales ")).Value().Workflow);
        Assert.Same(Sales.Documents.Workflows["sales"], WorkflowRules.Change(Sales.Documents, "sales", new()).Value().Workflow);
    }

    [Fact]
    public void What_is_not_there_is_not_found_and_what_is_archived_is_not_changed()
    {
        Assert.Equal(RefusalCode.NotFound, WorkflowRules.Change(Sales.Documents, "nope", new("X")).Refused().Code);
        Assert.Equal(RefusalCode.NotFound, WorkflowRules.Archive(Sales.Documents, "nope").Refused().Code);
        var archived = Sales.Documents.And(Sales.Documents.Workflows["hiring"] with { Version = 2, Archived = true });
        Assert.Equal("workflow.archived", WorkflowRules.Change(archived, "hiring", new("X")).Refused().Rule);
    }

    [Fact]
    public void A_workflow_is_archived_only_while_no_lead_stands_in_it_and_no_other_workflow_changes()
    {
        var edit = WorkflowRules.Archive(Sales.Documents, "sales").Value();
        Assert.True(edit.Workflow.Archived);
        Assert.Equal([new EmptyGuard("sales", null)], edit.Guards.Empty);
        Assert.Equal([new KindGuard(DocumentKind.Workflow, Sales.Documents.Sequence)], edit.Guards.Kinds);
    }

    [Fact]
    public void A_workflow_that_another_one_moves_leads_into_is_not_archived()
    {
        var moving = Sales.Documents.Change(new("renewal", "open"), s => s with { Actions = [Sales.Dnc with { Id = "r-dnc" }] });
        var refused = WorkflowRules.Archive(moving, "sales").Refused();
        Assert.Equal(("workflow.is-a-target", RefusalCode.Unprocessable), (refused.Rule, refused.Code));
        Assert.Contains("'Do Not Contact' in 'Open' of 'Renewal'", refused.Detail, StringComparison.Ordinal);
        var disabled = moving.Change(new("renewal", "open"), s => s with { Actions = [Sales.Dnc with { Enabled = false }] });
        Assert.True(WorkflowRules.Archive(disabled, "sales").Ok);
    }

    [Fact]
    public void Archiving_twice_is_archiving_once()
    {
        var once = WorkflowRules.Archive(Sales.Documents, "hiring").Value().Workflow;
        Assert.Same(once, WorkflowRules.Archive(Sales.Documents.And(once), "hiring").Value().Workflow);
    }
}
