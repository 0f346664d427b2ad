using DncActors.Domain.Leads;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

public sealed class ActionAvailabilityRulesTests
{
    static readonly ActingPerson _agent = new(Permissions.ActionExecute, ["agent"]);

    [Fact]
    public void An_agent_is_offered_the_actions_of_the_leads_status()
    {
        var offered = Assert.Single(ActionAvailabilityRules.Available(LeadIn("new"), Sales.Documents, _agent));
        Assert.Same(Sales.Dnc, offered.Action);
        Assert.Equal([true], ActionAvailabilityRules.Explain(LeadIn("new"), Sales.Documents, _agent).Select(a => a.Available));
    }

    [Fact]
    public void Who_misses_the_action_where_the_lead_stands_learns_where_it_is()
    {
        Assert.Empty(ActionAvailabilityRules.Available(LeadIn("talking"), Sales.Documents, _agent));
        var missed = Assert.Single(ActionAvailabilityRules.Explain(LeadIn("talking"), Sales.Documents, _agent));
        Assert.False(missed.Available);
        Assert.Equal(new StatusRef("sales", "new"), missed.At);
        var reason = Assert.Single(missed.Reasons);
        Assert.Equal("action.not-offered-here", reason.Code);
        Assert.Contains("'New' of 'Sales' and not in 'Talking'", reason.Detail, StringComparison.Ordinal);
        Assert.Equal("Copy the action to 'Talking'.", reason.Mend);
    }

    [Fact]
    public void An_action_that_stands_in_several_other_statuses_is_named_once()
    {
        var again = Sales.Dnc with { Id = "l", Name = "do not contact" };
        var documents = Sales.Documents.Change(new("sales", "later"), s => s with { Order = 3, Actions = [again] });
        var missed = Assert.Single(ActionAvailabilityRules.Explain(LeadIn("talking"), documents, _agent));
        Assert.Contains("'New', 'Later'", missed.Reasons[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_here_under_that_name_is_explained_by_itself_and_archived_statuses_by_nothing()
    {
        var here = Sales.Documents.Change(Sales.Talking, s => s with { Actions = [Sales.Dnc with { Id = "t", Name = "DO NOT CONTACT", Enabled = false }] });
        var disabled = Assert.Single(ActionAvailabilityRules.Explain(LeadIn("talking"), here, _agent));
        Assert.Equal(("t", "action.disabled"), (disabled.Action.Id, disabled.Reasons.Single().Code));
        var archived = Sales.Documents.Change(new("sales", "new"), s => s with { Archived = true });
        Assert.Empty(ActionAvailabilityRules.Explain(LeadIn("talking"), archived, _agent));
    }

    [Fact]
    public void Other_actions_of_other_statuses_are_not_told()
    {
        var documents = Sales.Documents.Change(new("sales", "new"), s => s with { Actions = [Sales.Action("w", "Won", new MoveToStatus("sales", "later"))] });
        Assert.Empty(ActionAvailabilityRules.Explain(LeadIn("talking"), documents, _agent));
    }

    [Fact]
    public void A_status_that_this_node_does_not_know_yet_offers_nothing() =>
        Assert.Empty(ActionAvailabilityRules.Explain(LeadIn("nowhere"), Sales.Documents, _agent));

    [Fact]
    public void Rights_and_roles_that_are_missing_are_all_told()
    {
        var documents = Sales.Documents.Change(new("sales", "new"), s => s with { AllowedRoles = ["closer"] });
        var reasons = Assert.Single(ActionAvailabilityRules.Explain(LeadIn("new"), documents, new(Permissions.None, ["agent"]))).Reasons;
        Assert.Equal(["permission.missing", "status.role-missing"], reasons.Select(r => r.Code));
    }

    static Lead LeadIn(string statusId) => new(
        "l1", 1, "lead", new("sales", statusId), "Ann", [], [], "{}", [], Sales.Now, Sales.Now, "key:k", null);
}
