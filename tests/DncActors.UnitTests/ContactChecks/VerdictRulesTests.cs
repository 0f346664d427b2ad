using System.Collections.Immutable;
using CsCheck;
using DncActors.Domain.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.UnitTests.Leads;

namespace DncActors.UnitTests.ContactChecks;

public sealed class VerdictRulesTests
{
    static readonly ContactPoint _phone = LeadWorld.Point("+12025550123");

    readonly LeadWorld _world = new();

    [Fact]
    public void A_block_is_explained_by_execution_actor_and_time()
    {
        _world.Create("l1", LeadWorld.New, _phone.Value);
        var execution = _world.Execute("l1", "dnc");
        var reasons = Explain(Channels.Call);

        Assert.Equal(["dnc.entry", "lead.status"], reasons.Select(r => r.Code).Order(StringComparer.Ordinal));
        Assert.All(reasons, r => Assert.Equal((execution.Id, "l1", "ann", _world.Now, null), (r.ExecutionId!.Value, r.LeadId, r.By, r.Since, r.Until)));
        var detail = reasons.Single(r => r.Code == "dnc.entry").Detail;
        Assert.Equal($"By execution {execution.Id} on the lead 'l1', added by Ann (ann), at 2026-07-01T12:00:00Z: asked for no contact", detail);
    }

    [Fact]
    public void A_block_that_a_contact_point_inherits_is_of_the_execution_and_was_added_by_who_brought_the_contact_point()
    {
        _world.Create("l1", LeadWorld.Contacted, "+12025550124");
        var execution = _world.Execute("l1", "quiet");
        _world.Now += TimeSpan.FromHours(1);
        _world.SetPointsAs("key:crm", "l1", "+12025550124", _phone.Value);

        var reason = Assert.Single(Explain(Channels.Sms));
        Assert.Equal((execution.Id, "key:crm", _world.Now), (reason.ExecutionId!.Value, reason.By, reason.Since));
        Assert.Equal($"By execution {execution.Id} on the lead 'l1', added by key:crm, at 2026-07-01T13:00:00Z: no texts", reason.Detail);
    }

    [Fact]
    public void Only_entries_in_force_on_the_channel_are_named_the_oldest_first()
    {
        var first = _world.Add(_phone, Channels.Phone, _world.Now.AddDays(2));
        _world.Add(_phone, Channels.Sms);
        _world.Add(_phone, Channels.Call, _world.Now.AddDays(1));
        _world.Add(LeadWorld.Point("+12025550124"), Channels.Call);
        _world.Now += TimeSpan.FromDays(1);
        var last = _world.Add(_phone, Channels.Call);
        Assert.Equal([first.Id, last.Id], Explain(Channels.Call).Select(r => r.EntryId!.Value));
    }

    [Fact]
    public void Reasons_have_an_end()
    {
        for (var i = 0; i < 25; i++) _world.Add(_phone, Channels.Call);
        Assert.Equal(EntryLimits.MaxReasons, Explain(Channels.Call).Length);
    }

    [Fact]
    public void A_block_that_nobody_can_explain_says_what_the_index_knows()
    {
        var end = _world.Now.AddDays(1);
        var reason = VerdictRules.Unexplained(Channels.Sms, BlockedUntil.Nothing.With(Channels.Sms, end));
        Assert.Equal(("dnc.entry", null, end), (reason.Code, reason.EntryId, reason.Until));
        Assert.Null(VerdictRules.Unexplained(Channels.Sms, BlockedUntil.Nothing.With(Channels.Sms, null)).Until);
    }

    [Fact]
    public void A_lead_is_allowed_when_it_has_a_contact_point_of_the_channel_and_none_is_blocked()
    {
        var lead = _world.Create("l1", LeadWorld.New, _phone.Value, "+12025550124").Lead;
        Assert.True(Allowed(Channels.Call));
        Assert.False(Allowed(Channels.Email));
        _world.Add(LeadWorld.Point("+12025550124"), Channels.Call);
        Assert.False(Allowed(Channels.Call));
        Assert.True(Allowed(Channels.Sms));

        bool Allowed(Channels channel) => VerdictRules.IsLeadAllowed(lead, channel, p => _world.IsBlocked(p, channel));
    }

    [Fact]
    public void Whatever_blocks_is_explained_and_what_does_not_is_not() => Gen.Select(Gen.Int[1, 3], Gen.Int[-1, 4], Gen.Bool).Array[0, 8].Sample(
        entries =>
        {
            var world = new LeadWorld();
            foreach (var (channels, days, revoked) in entries)
            {
                var entry = world.Add(_phone, (Channels)channels, days < 0 ? null : world.Now.AddDays(days + 1));
                if (revoked) world.Commit(LeadWorld.Made(EntryRules.Revoke(world.Request(), entry, new("wrong", null), world.Now)).Commit);
            }
            for (var day = 0; day < 6; day++, world.Now += TimeSpan.FromDays(1))
            {
                var found = world.Ledger.ReadByPoints(LeadWorld.Organization, [_phone]);
                foreach (var channel in (Channels[])[Channels.Call, Channels.Sms])
                {
                    Assert.Equal(world.IsBlocked(_phone, channel), !VerdictRules.Explain(_phone, channel, found, null, world.Now).IsEmpty);
                }
            }
        },
        iter: 200);

    ImmutableArray<VerdictReason> Explain(Channels channel) => VerdictRules.Explain(
        _phone, channel, _world.Ledger.ReadByPoints(LeadWorld.Organization, [_phone]), _world.Documents, _world.Now);
}
