using DncActors.Domain.ContactPoints;
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

    [Theory]
    [InlineData(SystemStatus.Dead, null, " It is not needed: a lead in 'Talking' is not contacted on these channels.")]
    [InlineData(SystemStatus.Active, "Copy the action to 'Talking'.", "where the lead stands.")]
    public void Nobody_is_sent_to_copy_an_action_to_where_leads_end_and_are_blocked(SystemStatus system, string? mend, string detail)
    {
        var documents = Sales.Documents.Change(new("sales", "talking"), s => s with { RestrictsContact = Channels.All, SystemStatus = system });
        var missed = Assert.Single(ActionAvailabilityRules.Explain(LeadIn("talking"), documents, _agent));
        Assert.Equal(mend, missed.Reasons[0].Mend);
        Assert.EndsWith(detail, missed.Reasons[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Channels.All, ContactPointSelection.All, null, false)]
    [InlineData(Channels.All, ContactPointSelection.Primary, null, true)]
    [InlineData(Channels.Call, ContactPointSelection.All, null, true)]
    [InlineData(Channels.All, ContactPointSelection.All, 30, true)]
    public void Nor_for_a_lead_that_is_on_the_list_for_good_with_all_that_the_action_blocks(
        Channels channels, ContactPointSelection points, int? days, bool needed)
    {
        var ends = days is { } count ? DateTimeOffset.UnixEpoch.AddDays(count) : (DateTimeOffset?)null;
        var lead = LeadIn("talking") with { Flags = [new(Guid.Empty, channels, points, "asked", DateTimeOffset.UnixEpoch, "ann", ends)] };
        var missed = Assert.Single(ActionAvailabilityRules.Explain(lead, Sales.Documents, _agent));
        Assert.Equal(needed, missed.Reasons[0].Mend is not null);
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
