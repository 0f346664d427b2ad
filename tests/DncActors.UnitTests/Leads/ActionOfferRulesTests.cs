using DncActors.Domain.Leads;
using DncActors.Domain.People;

namespace DncActors.UnitTests.Leads;

public sealed class ActionOfferRulesTests
{
    readonly LeadWorld _world = new();

    [Fact]
    public void What_is_offered_is_what_runs_and_what_is_not_says_why()
    {
        var state = _world.Create("l1", LeadWorld.New, "+12025550123");
        foreach (var person in (ActingPerson[])[LeadWorld.Agent, new(Permissions.ActionExecute, []), new(Permissions.LeadRead, ["agent"])])
        {
            _world.Change(LeadWorld.New, s => s with { Actions = [.. s.Actions.Select(a => a with { AllowedRoles = a.Id == "dnc" ? ["agent"] : [] })] });
            foreach (var offered in ActionOfferRules.List(state.Lead, _world.Documents, person))
            {
                var planned = _world.Plan(state, offered.Action.Id, person: person);
                Assert.Equal(offered.Available, planned.Ok);
                if (!planned.Ok) Assert.Equal(offered.Reasons[0].Code, planned.Refusal.Rule);
            }
        }
    }

    [Fact]
    public void Actions_come_in_their_order()
    {
        _world.Change(LeadWorld.New, s => s with { Actions = [.. s.Actions.Select((a, i) => a with { Order = -i })] });
        var lead = _world.Create("l1", LeadWorld.New).Lead;
        var offered = ActionOfferRules.List(lead, _world.Documents, LeadWorld.Agent);
        Assert.Equal(["stay", "close", "hire", "contact", "touch", "dnc"], offered.Select(o => o.Action.Id));
    }
}
