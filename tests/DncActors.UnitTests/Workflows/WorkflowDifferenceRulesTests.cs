using DncActors.Domain.ContactPoints;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

public sealed class WorkflowDifferenceRulesTests
{
    static readonly Workflow Was = Sales.Documents.Workflows["sales"];

    [Fact]
    public void The_same_content_is_no_difference_and_the_first_version_was_made()
    {
        Assert.Empty(Compare(Was with { Version = 9 }));
        Assert.Equal(
            "The workflow 'Sales' was made.", Assert.Single(WorkflowDifferenceRules.Compare(null, Was, Sales.Documents)).Text);
    }

    [Fact]
    public void Every_field_of_a_status_is_told_in_words()
    {
        var changed = Compare(Was.Change("talking", s => s with
        {
            Name = "In touch",
            SystemStatus = SystemStatus.Nurture,
            RestrictsContact = Channels.Phone,
            AllowedRoles = ["closer"],
            Enabled = false,
            Order = 4,
        }));

        Assert.Equal(["name", "systemStatus", "restrictsContact", "allowedRoles", "enabled", "order"], changed.Select(d => d.Field));
        Assert.All(changed, d => Assert.Equal(("talking", null), (d.StatusId, d.ActionId)));
        Assert.Equal("Status 'In touch': what it restricts is now 'call, sms', before 'nothing'.", changed[2].Text);
        Assert.Equal(("everybody", "Closer"), (changed[3].Before, changed[3].After));
    }

    [Fact]
    public void Actions_that_come_change_and_go_are_told_with_what_they_do()
    {
        var other = Sales.Action("stop", "Stop", new NotifyUserGroups(false, ["east"]));
        var added = Assert.Single(Compare(Was.Change("new", s => s with { Actions = s.Actions.Add(other) })));
        var removed = Assert.Single(Compare(Was.Change("new", s => s with { Actions = [] })));
        var moved = Assert.Single(Compare(
            Was.Change("new", s => s with { Actions = [Sales.Dnc with { Operations = [Sales.Add, new MoveToStatus("renewal", "lost")] }] })));

        Assert.Equal(("action", "stop", null, "tell East"), (added.Field, added.ActionId, added.Before, added.After));
        Assert.Equal(("action", "dnc", null), (removed.Field, removed.ActionId, removed.After));
        Assert.Contains("the action 'Do Not Contact' was removed", removed.Text, StringComparison.Ordinal);
        Assert.Equal("operations", moved.Field);
        Assert.EndsWith("move to 'Lost' of 'Renewal'", moved.After, StringComparison.Ordinal);
        Assert.EndsWith("move to 'Dead' of 'Sales'", moved.Before, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_that_is_added_or_archived_is_one_difference()
    {
        var added = Assert.Single(Compare(Was with { Statuses = Was.Statuses.Add(Sales.Status("extra", SystemStatus.Active, Sales.Dnc)) }));
        var archived = Assert.Single(Compare(Was.Change("later", s => s with { Archived = true })));

        Assert.Equal("The status 'Extra' was added, with one action.", added.Text);
        Assert.Equal(("archived", "Status 'Later' was archived."), (archived.Field, archived.Text));
    }

    static WorkflowDifference[] Compare(Workflow now) => [.. WorkflowDifferenceRules.Compare(Was, now, Sales.Documents)];
}
