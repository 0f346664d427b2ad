using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.UnitTests.Leads;

namespace DncActors.UnitTests.Registry;

public sealed class EntryRulesTests
{
    static readonly ContactPoint _phone = LeadWorld.Point("+12025550123");
    static readonly ContactPoint _email = LeadWorld.Point("ada@example.org");

    readonly LeadWorld _world = new();

    [Fact]
    public void An_entry_blocks_the_channels_that_it_names()
    {
        var entry = _world.Add(_phone, Channels.Sms);
        Assert.True(_world.IsBlocked(_phone, Channels.Sms));
        Assert.False(_world.IsBlocked(_phone, Channels.Call));
        Assert.Equal(("ann", _world.Now, EntrySource.Manual, null), (entry.AddedBy, entry.AddedAt, entry.Source, entry.LeadId));
    }

    [Theory]
    [InlineData(Channels.None, "channels", "call, sms"), InlineData(Channels.All, "channels", "'email'"), InlineData((Channels)8, "channels", "call, sms")]
    public void Channels_are_named_and_those_of_the_contact_point(Channels channels, string field, string says)
    {
        var error = Refused(new(_phone, channels, "asked", null, EntrySource.Manual)).Errors.Single();
        Assert.Equal(field, error.Field);
        Assert.Contains(says, error.Message);
    }

    [Fact]
    public void Every_wrong_field_is_named_at_once() => Assert.Equal(
        ["channels", "expiresAt", "reason", "source"],
        Refused(new(_email, Channels.Call, " ", _world.Now, EntrySource.LeadStatus)).Errors.Select(e => e.Field).Order(StringComparer.Ordinal));

    [Fact]
    public void A_reason_has_an_end() =>
        Assert.Equal("reason", Refused(new(_email, Channels.Email, new('x', 501), null, EntrySource.Manual)).Errors.Single().Field);

    [Fact]
    public void What_is_revoked_blocks_no_more_and_stays_in_the_record()
    {
        var entry = _world.Add(_phone, Channels.Call);
        var decision = LeadWorld.Made(EntryRules.Revoke(_world.Request("bob"), entry, new("wrong number", null), _world.Now));
        _world.Commit(decision.Commit);

        Assert.False(_world.IsBlocked(_phone, Channels.Call));
        Assert.Equal(decision.Entry, Assert.Single(_world.Ledger.AllEntries(LeadWorld.Organization)));
        Assert.Equal(("bob", "wrong number"), (decision.Entry.Revoked!.By, decision.Entry.Revoked.Reason));

        var again = LeadWorld.Made(EntryRules.Revoke(_world.Request(), decision.Entry, new("again", null), _world.Now));
        Assert.Equal((null, decision.Entry), (again.Commit, again.Entry));
    }

    [Fact]
    public void An_opt_out_is_revoked_only_with_evidence()
    {
        var entry = _world.Add(_phone, Channels.Call, source: EntrySource.OptOut);
        var refusal = EntryRules.Revoke(_world.Request(), entry, new("", null), _world.Now).Refusal!;
        Assert.Equal(["reason", "evidence"], refusal.Errors.Select(e => e.Field));
        Assert.True(EntryRules.Revoke(_world.Request(), entry, new("wants calls", "mail of May 3"), _world.Now).Ok);
    }

    [Fact]
    public void An_entry_of_a_leads_status_is_refused_wherever_it_is_tried()
    {
        var entry = _world.Create("l1", LeadWorld.Dnc, "+12025550123").Entries.Single();
        LeadWorld.Refused(EntryRules.Revoke(_world.Request(), entry, new("x", "y"), _world.Now), RefusalCode.Unprocessable, "entry.of-lead-status");
    }

    [Fact]
    public void Imported_entries_are_one_change_and_bad_lines_keep_no_other_out()
    {
        var import = StableId.Of("import");
        var plan = EntryImportRules.Plan(
            _world.Request(),
            import,
            [
                new(_phone, Channels.Phone, "bought list", null, EntrySource.Import),
                new(_email, Channels.Call, "bought list", null, EntrySource.Import),
                new(_email, Channels.Email, "bought list", _world.Now.AddDays(1), EntrySource.OptOut),
            ],
            _world.Now,
            _world.Ids);

        Assert.Equal([null, "validation", null], plan.Refusals.Select(r => r?.Rule));
        Assert.Equal(("101", 2), (plan.Commit!.Reply, plan.Accepted));
        var change = Assert.Single(plan.Commit.Changes);
        Assert.Equal((ChangeTypes.EntriesImported, import.ToString(), 2), (change.Type, change.Subject, change.Added.Length));
        Assert.All(change.Added, e => Assert.Equal(import, e.ImportId));
        Assert.Equal([EntrySource.Import, EntrySource.OptOut], change.Added.Select(e => e.Source));
        _world.Commit(plan.Commit);
        Assert.True(_world.IsBlocked(_email, Channels.Email));
    }

    Refusal Refused(EntryDraft draft) =>
        LeadWorld.Refused(EntryRules.Add(_world.Request(), draft, _world.Now, _world.Ids), RefusalCode.Validation, "validation");
}
