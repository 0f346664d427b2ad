using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;

namespace DncActors.UnitTests.Leads;

public sealed class LeadDoNotContactRulesTests
{
    const string Phone = "+12025550123";
    const string Email = "ada@example.org";

    readonly LeadWorld _world = new();

    [Fact]
    public void A_lead_that_nobody_asked_about_is_not_flagged_though_others_may_cover_its_phone()
    {
        _world.Create("l1", LeadWorld.New, Phone, Email);
        _world.Add(LeadWorld.Point(Phone), Channels.Call);
        var shown = Of("l1");
        Assert.Equal((false, Channels.None, null, null, null), (shown.Flagged, shown.Channels, shown.Since, shown.By, shown.ExecutionId));
        Assert.Equal([LeadWorld.Point(Phone)], shown.Covered);
    }

    [Fact]
    public void An_execution_is_named_before_the_status()
    {
        _world.Create("l1", LeadWorld.New, Phone);
        var execution = _world.Execute("l1", "dnc");
        var shown = Of("l1");
        Assert.Equal((true, Channels.All, _world.Now, "ann", execution.Id), (shown.Flagged, shown.Channels, shown.Since, shown.By, shown.ExecutionId!.Value));
    }

    [Fact]
    public void A_status_flags_since_it_restricts()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone);
        _world.Now += TimeSpan.FromDays(1);
        var renew = _world.Execute("l1", "renew");
        var shown = Of("l1");
        Assert.Equal((true, Channels.Phone, _world.Now, renew.Id), (shown.Flagged, shown.Channels, shown.Since, shown.ExecutionId!.Value));

        _world.Create("l2", LeadWorld.Renewal);
        Assert.Equal((true, _world.Now, "ann", null), (Of("l2").Flagged, Of("l2").Since, Of("l2").By, Of("l2").ExecutionId));
    }

    [Fact]
    public void A_flag_that_has_expired_flags_no_more()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone);
        _world.Execute("l1", "pause");
        _world.Execute("l1", "wake");
        Assert.Equal(Channels.Phone, Of("l1").Channels);
        _world.Now += TimeSpan.FromDays(30);
        Assert.False(Of("l1").Flagged);
        Assert.Empty(Of("l1").Covered);
    }

    LeadDoNotContact Of(string id)
    {
        var lead = _world.Load(id).Lead;
        return LeadDoNotContactRules.Of(lead, _world.EntriesOf(lead), _world.Documents, _world.Now);
    }
}
