using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.UnitTests.Leads;

public sealed class RemovalTests
{
    const string Phone = "+12025550123";
    const string OtherPhone = "+12025550124";
    const string Email = "ada@example.org";

    readonly LeadWorld _world = new();

    [Fact]
    public void A_removal_without_evidence_where_it_is_required_is_refused()
    {
        _world.Create("l1", LeadWorld.New, Phone);
        _world.Execute("l1", "dnc");
        var refusal = LeadWorld.Refused(_world.Plan(_world.Load("l1"), "consent", evidence: " "), RefusalCode.Validation, "validation");
        Assert.Equal("evidence", Assert.Single(refusal.Errors).Field);
    }

    [Fact]
    public void A_removal_takes_back_what_executions_did_and_a_move_what_the_status_did()
    {
        _world.Create("l1", LeadWorld.New, Phone, Email);
        var dnc = _world.Execute("l1", "dnc");
        var decision = LeadWorld.Made(_world.Plan(_world.Load("l1"), "consent"));

        Assert.Equal([ChangeTypes.EntryRevoked, ChangeTypes.LeadMoved], decision.Commit.Changes.Select(c => c.Type));
        Assert.Equal(dnc.DncEntries.Order(), decision.Execution.RevokedEntries.Order());
        Assert.All(decision.Commit.Revoke, r => Assert.Equal(("letter 7", decision.Execution.Id), (Evidence(r), r.Revocation.ExecutionId)));
        Assert.Empty(decision.Execution.StillBlocked);
        _world.Commit(decision.Commit);
        Assert.False(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Call));
        Assert.Empty(_world.Load("l1").Lead.Flags);

        static string? Evidence(EntryRevocation revocation) => revocation.Source == EntrySource.LeadStatus ? "letter 7" : revocation.Revocation.Evidence;
    }

    [Fact]
    public void A_removal_names_what_still_blocks()
    {
        _world.Create("l1", LeadWorld.New, Phone, OtherPhone, Email);
        _world.Execute("l1", "dnc");
        _world.Add(LeadWorld.Point(Phone), Channels.Call, source: EntrySource.OptOut);
        _world.Add(LeadWorld.Point(OtherPhone), Channels.Call, _world.Now.AddDays(1));
        _world.Now += TimeSpan.FromDays(1);

        Assert.Equal([LeadWorld.Point(Phone)], _world.Execute("l1", "consent").StillBlocked);
        Assert.True(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Call));
    }

    [Fact]
    public void A_removal_without_a_move_leaves_the_status_blocking()
    {
        _world.Create("l1", LeadWorld.New, Phone);
        _world.Execute("l1", "dnc");
        var decision = LeadWorld.Made(_world.Plan(_world.Load("l1"), "consent-only"));

        Assert.Equal([ChangeTypes.EntryRevoked, ChangeTypes.LeadExecuted], decision.Commit.Changes.Select(c => c.Type));
        Assert.Empty(decision.Commit.Changes[0].UserGroups);
        Assert.Equal([LeadWorld.Point(Phone)], decision.Execution.StillBlocked);
        Assert.Equal([EntrySource.LeadStatus], decision.After.Entries.Select(e => e.Source));
    }

    [Fact]
    public void An_entry_of_more_channels_than_are_removed_lives_on_for_the_others()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone, Email);
        var quiet = _world.Execute("l1", "quiet");
        _world.Change(LeadWorld.Contacted, s => s with
        {
            Actions =
            [
                .. s.Actions,
                new("all", "all", "c", true, [], 0, [new Domain.Workflows.AddToDoNotContact(Channels.All, default, "never", 10)]),
            ],
        });
        var all = _world.Execute("l1", "all");
        var before = _world.Load("l1").Entries.Single(e => e.ExecutionId == all.Id && e.Point == LeadWorld.Point(Phone));
        _world.Now += TimeSpan.FromDays(1);
        var again = _world.Execute("l1", "text-again");

        var left = Assert.Single(_world.Load("l1").Entries, e => e.Point == LeadWorld.Point(Phone));
        Assert.Equal(before with { Id = left.Id, Channels = Channels.Call }, left);
        Assert.False(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Sms));
        Assert.True(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Call));
        Assert.Empty(again.DncEntries);
        Assert.Equal(
            [(quiet.Id, Channels.Email), (all.Id, Channels.Call | Channels.Email)], _world.Load("l1").Lead.Flags.Select(f => (f.ExecutionId, f.Channels)));
    }

    [Fact]
    public void What_an_action_adds_after_its_own_removal_stays()
    {
        _world.Create("l1", LeadWorld.New, Phone);
        _world.Execute("l1", "dnc");
        var decision = LeadWorld.Made(_world.Plan(_world.Load("l1"), "swap"));

        Assert.Equal([ChangeTypes.LeadDoNotContact, ChangeTypes.EntryRevoked], decision.Commit.Changes.Select(c => c.Type));
        _world.Commit(decision.Commit);
        Assert.Equal(
            [Channels.Phone, Channels.Sms, Channels.Call],
            _world.Load("l1").Entries.Where(e => e.Point == LeadWorld.Point(Phone)).Select(e => e.Channels));
        Assert.Equal([Channels.Sms | Channels.Email, Channels.Call], decision.After.Lead.Flags.Select(f => f.Channels));
    }

    [Fact]
    public void What_an_action_adds_before_its_own_removal_is_never_written()
    {
        _world.Change(LeadWorld.Dnc, s => s with { Actions = [.. s.Actions.Select(a => a with { Operations = [.. a.Operations.Reverse()] })] });
        _world.Create("l1", LeadWorld.Dnc, Phone);
        var decision = LeadWorld.Made(_world.Plan(_world.Load("l1"), "swap"));
        Assert.Empty(decision.Commit.Add);
        Assert.Empty(decision.Commit.Revoke);
        Assert.Empty(decision.After.Lead.Flags);
    }

    [Fact]
    public void What_the_lead_had_to_give_away_is_freed_with_the_rest()
    {
        _world.Create("l1", LeadWorld.New, Phone);
        _world.Execute("l1", "dnc");
        _world.SetPoints("l1", OtherPhone);
        _world.Execute("l1", "consent");
        Assert.False(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Call));
        Assert.Empty(_world.Load("l1").Entries);
    }

    [Fact]
    public void Entries_of_another_lead_with_the_same_phone_are_not_touched()
    {
        _world.Create("l1", LeadWorld.New, Phone);
        _world.Create("l2", LeadWorld.New, Phone);
        _world.Execute("l1", "dnc");
        _world.Execute("l2", "dnc");
        Assert.Equal([LeadWorld.Point(Phone)], _world.Execute("l1", "consent").StillBlocked);
        Assert.Equal(2, _world.Load("l2").Entries.Length);
    }

    [Fact]
    public void An_entry_revoked_by_hand_takes_the_flag_with_it_as_far_as_nothing_of_it_is_left()
    {
        _world.Create("l1", LeadWorld.New, Phone, OtherPhone, Email);
        _world.Execute("l1", "dnc");
        Revoke(Phone);
        Assert.Equal(Channels.All, Assert.Single(_world.Load("l1").Lead.Flags).Channels);
        Revoke(OtherPhone);
        Assert.Equal(Channels.Email, Assert.Single(_world.Load("l1").Lead.Flags).Channels);
        var change = Revoke(Email).Commit!.Changes.Single();
        Assert.Empty(_world.Load("l1").Lead.Flags);
        Assert.Equal(("""{"flagged":["email"]}""", """{"flagged":[]}"""), (change.Before, change.After));

        LeadEntryDecision Revoke(string point) =>
            _world.RevokeOwn("l1", _world.Load("l1").Entries.Single(e => e.Source == EntrySource.Action && e.Point == LeadWorld.Point(point)));
    }

    [Fact]
    public void An_entry_of_a_status_is_not_revoked_by_hand()
    {
        var state = _world.Create("l1", LeadWorld.Dnc, Phone);
        var outcome = LeadEntryRules.Revoke(_world.Request(), state, state.Entries[0], new("why not", "x"), _world.Now);
        LeadWorld.Refused(outcome, RefusalCode.Unprocessable, "entry.of-lead-status");
    }

    [Fact]
    public void An_entry_that_was_revoked_before_is_answered_as_it_is()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone);
        _world.Execute("l1", "quiet");
        var entry = _world.RevokeOwn("l1", _world.Load("l1").Entries[0]).Entry;
        var again = LeadWorld.Made(LeadEntryRules.Revoke(_world.Request("bob"), _world.Load("l1"), entry, new("again", null), _world.Now));
        Assert.Null(again.Commit);
        Assert.Equal(("ann", "mistaken"), (again.Entry.Revoked!.By, again.Entry.Revoked.Reason));
    }
}
