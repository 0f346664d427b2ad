using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

public sealed class WorkflowRestoreRulesTests
{
    static readonly Workflow Old = Sales.Documents.Workflows["sales"];

    [Fact]
    public void An_old_version_is_published_anew_and_what_came_later_is_archived()
    {
        var now = Sales.Documents.And(Old.Change("new", s => s with { Name = "Fresh", Actions = [] }) with { Name = "Sales 2" });
        now = now.And(now.Workflows["sales"] with { Version = 5, Statuses = now.Workflows["sales"].Statuses.Add(Sales.Status("extra", SystemStatus.Active)) });

        var restored = WorkflowRestoreRules.Restore(now, "sales", Old).Value();

        Assert.Equal((6L, "Sales"), (restored.Workflow.Version, restored.Workflow.Name));
        Assert.Equal("New", restored.Workflow.Find("new")!.Name);
        Assert.Same(Sales.Dnc, Assert.Single(restored.Workflow.Find("new")!.Actions));
        Assert.True(restored.Workflow.Find("extra")!.Archived);
        Assert.Equal(["extra"], restored.MustBeEmpty.Select(s => s.Status.Id));
        Assert.Equal([new EmptyGuard("sales", "extra")], restored.Guards.Empty);
        Assert.Contains(restored.Guards.Kinds, g => g.Kind == DocumentKind.Workflow);
    }

    [Fact]
    public void The_version_that_is_published_already_is_left_alone() =>
        Assert.Same(Old, WorkflowRestoreRules.Restore(Sales.Documents, "sales", Old).Value().Workflow);

    [Fact]
    public void Leads_may_not_stand_where_other_channels_would_be_restricted()
    {
        var now = Sales.Documents.And(Old.Change("talking", s => s with { RestrictsContact = Channels.Phone }));

        var restored = WorkflowRestoreRules.Restore(now, "sales", Old).Value();

        Assert.Equal("talking", Assert.Single(restored.MustBeEmpty).Status.Id);
    }

    [Fact]
    public void What_the_version_names_and_is_gone_is_named()
    {
        var version = Old.Change("new", s => s with
        {
            AllowedRoles = ["gone"],
            Actions = [Sales.Dnc with { Operations = [Sales.Add, new NotifyUserGroups(false, ["west"])] }],
        });

        var refused = WorkflowRestoreRules.Restore(Sales.Documents, "sales", version).Refused();

        Assert.Equal((RefusalCode.Unprocessable, "restore.content"), (refused.Code, refused.Rule));
        Assert.Equal(
            ["statuses[0].allowedRoles[0]", "statuses[0].actions[0].operations[1].userGroupIds[0]"], refused.Errors.Select(e => e.Field));
    }

    [Fact]
    public void A_status_that_an_action_elsewhere_moves_to_does_not_go_out_of_use()
    {
        var mover = Sales.Action("m", "Move on", new MoveToStatus("sales", "talking"));
        var now = Sales.Documents.Change(new("renewal", "open"), s => s with { Actions = [mover] });
        var version = Old.Change("talking", s => s with { Enabled = false });

        var refused = WorkflowRestoreRules.Restore(now, "sales", version).Refused();

        Assert.Equal("restore.is-a-target", refused.Rule);
        Assert.Contains("'Move on' in 'Open' of 'Renewal'", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archived_workflow_stays_as_it_is()
    {
        OrganizationDocuments now = Sales.Documents.And(Old with { Version = 4, Archived = true });
        Assert.Equal("workflow.archived", WorkflowRestoreRules.Restore(now, "sales", Old).Refused().Rule);
    }
}
