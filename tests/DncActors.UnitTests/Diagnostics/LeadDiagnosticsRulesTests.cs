using DncActors.Domain.ContactPoints;
using DncActors.Domain.Diagnostics;
using DncActors.Domain.Leads;
using DncActors.Domain.People;
using DncActors.UnitTests.Leads;

namespace DncActors.UnitTests.Diagnostics;

public sealed class LeadDiagnosticsRulesTests
{
    const string Phone = "+12025550123";
    const string Email = "ada@example.org";

    readonly LeadWorld _world = new();

    [Fact]
    public void Why_is_this_lead_still_contacted()
    {
        _world.Create("l1", LeadWorld.New, Phone, "+12025550124");
        _world.Add(LeadWorld.Point(Phone), Channels.Sms);
        var diagnosis = Diagnose("l1");

        Assert.Equal(Channels.Call, diagnosis.ContactableBy);
        Assert.Equal(["contact.allowed", "dnc.entry", "contact.no-point"], Codes(diagnosis, LeadQuestion.Contact));
    }

    [Fact]
    public void One_contact_point_is_said_as_one()
    {
        _world.Create("l1", LeadWorld.New, Phone, "+12025550124", Email);
        var said = Diagnose("l1").Answers.Where(a => a.Reason.Code == "contact.allowed").Select(a => a.Reason.Detail);
        Assert.Equal(
            [
                "On call: no entry in force blocks any of its 2 contact points.",
                "On sms: no entry in force blocks any of its 2 contact points.",
                "On email: no entry in force blocks its contact point.",
            ],
            said);
    }

    [Fact]
    public void Why_is_it_contacted_though_an_action_flagged_it()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone);
        _world.Execute("l1", "pause");
        _world.SetPoints("l1", "+12025550124");
        Assert.Contains("flag.without-entry", Codes(Diagnose("l1"), LeadQuestion.Contact));
    }

    [Fact]
    public void Why_is_it_not_contacted()
    {
        _world.Create("l1", LeadWorld.New, Phone, Email);
        var execution = _world.Execute("l1", "dnc");
        var diagnosis = Diagnose("l1");

        Assert.Equal(Channels.None, diagnosis.ContactableBy);
        Assert.All(diagnosis.Answers.Where(a => a.About == LeadQuestion.Contact), a => Assert.Contains(execution.Id.ToString(), a.Reason.Detail));
        Assert.Contains(diagnosis.Answers, a => a.Reason.Code == "lead.status" && a.Reason.Mend!.StartsWith("Move the lead to", StringComparison.Ordinal));
    }

    [Fact]
    public void Why_was_it_blocked_until_yesterday()
    {
        _world.Create("l1", LeadWorld.New, Phone);
        _world.Add(LeadWorld.Point(Phone), Channels.Call, _world.Now.AddDays(1));
        _world.Now += TimeSpan.FromDays(2);
        Assert.Equal(["entry.expired", "contact.allowed"], Codes(Diagnose("l1"), LeadQuestion.Contact).Take(2));
    }

    [Fact]
    public void Why_does_this_user_miss_the_option()
    {
        _world.Create("l1", LeadWorld.New);
        Assert.Equal((true, "action.offered"), Asked("dnc", LeadWorld.Agent));
        Assert.Equal((false, "permission.missing"), Asked("dnc", new ActingPerson(Permissions.LeadRead, ["auditor"])));
        Assert.Equal((false, "action.not-offered-here"), Asked("consent", LeadWorld.Agent));
        Assert.Equal((false, "action.missing"), Asked("nope", LeadWorld.Agent));
        Assert.Equal((false, "target.status.disabled"), Asked("close", null));
        Assert.Null(Diagnose("l1").ActionOffered);

        (bool?, string) Asked(string actionId, ActingPerson? person)
        {
            var diagnosis = Diagnose("l1", actionId, person);
            return (diagnosis.ActionOffered, Assert.Single(Codes(diagnosis, LeadQuestion.Shown)));
        }
    }

    [Fact]
    public void Why_does_it_appear_in_an_active_figure()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone);
        Assert.Equal(["report.active"], Codes(Diagnose("l1"), LeadQuestion.Report));
        _world.Add(LeadWorld.Point(Phone), Channels.Call);
        Assert.Equal(["report.active", "report.covered-not-flagged"], Codes(Diagnose("l1"), LeadQuestion.Report));
        _world.Execute("l1", "quiet");
        Assert.Equal(["report.flagged", "report.flagged-not-dead"], Codes(Diagnose("l1"), LeadQuestion.Report));
        Assert.False(Diagnose("l1").CountedAsActive);
        _world.Execute("l1", "dnc-2");
        Assert.Equal(["report.dead", "report.flagged"], Codes(Diagnose("l1"), LeadQuestion.Report));
    }

    LeadDiagnosis Diagnose(string id, string? actionId = null, ActingPerson? person = null)
    {
        var lead = _world.Load(id).Lead;
        return LeadDiagnosticsRules.Diagnose(lead, _world.EntriesOf(lead), _world.Documents, person, actionId, _world.Now);
    }

    static string[] Codes(LeadDiagnosis diagnosis, LeadQuestion about) => [.. diagnosis.Answers.Where(a => a.About == about).Select(a => a.Reason.Code)];
}
