using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.UnitTests.Leads;

public sealed class LeadRulesTests
{
    const string Phone = "+12025550123";
    const string OtherPhone = "+12025550124";
    const string Email = "ada@example.org";

    readonly LeadWorld _world = new();

    [Fact]
    public void A_lead_keeps_what_was_typed_beside_what_was_read()
    {
        var lead = _world.Create("l1", LeadWorld.New, "(202) 555-0123", "Ada <ADA@Example.org>").Lead;

        Assert.Equal(
            [(Phone, "(202) 555-0123"), (Email, "Ada <ADA@Example.org>")],
            lead.ContactPoints.Select(p => (p.Point.Value, p.Typed)));
        Assert.Equal((1, "lead", LeadWorld.New), (lead.Version, lead.RecordType, lead.At));
    }

    [Fact]
    public void Every_wrong_field_is_named_at_once()
    {
        var draft = LeadWorld.Draft(LeadWorld.New, Phone, "12", "202-555-0123") with
        {
            UserGroups = ["east", "gone", "nowhere"],
            Attributes = "[1]",
            StatusId = "nope",
            Name = new string('x', 201),
        };
        var refusal = LeadWorld.Refused(_world.PlanCreate("a/b", draft), RefusalCode.Validation, "validation");

        Assert.Equal(
            ["attributes", "contactPoints[1].value", "contactPoints[2].value", "id", "name", "statusId", "userGroups[1]", "userGroups[2]"],
            refusal.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
        Assert.Contains("the same as contactPoints[0]", refusal.Errors.Single(e => e.Field == "contactPoints[2].value").Message);
    }

    [Theory]
    [InlineData("crm-42"), InlineData("A.b_c:1"), InlineData("0")]
    public void Ids_of_other_systems_are_taken(string id) => Assert.True(_world.PlanCreate(id, LeadWorld.Draft(LeadWorld.New)).Ok);

    [Theory]
    [InlineData(""), InlineData(".."), InlineData("a b"), InlineData("ada@example.org"), InlineData("a/b"), InlineData("é"), InlineData("a\n")]
    public void Ids_that_would_break_an_address_are_refused(string id) =>
        LeadWorld.Refused(_world.PlanCreate(id, LeadWorld.Draft(LeadWorld.New)), RefusalCode.Validation, "validation");

    [Fact]
    public void Limits_hold()
    {
        Wrong(LeadWorld.Draft(LeadWorld.New) with { ContactPoints = LeadWorld.Points([.. Enumerable.Range(0, 51).Select(i => $"+1202555{i:0000}")]) });
        Wrong(LeadWorld.Draft(LeadWorld.New) with { Attributes = $"{{\"a\":\"{new string('x', 16 * 1024)}\"}}" });
        Wrong(LeadWorld.Draft(LeadWorld.New) with { Attributes = "{\"a\":" + new string('[', 40) + new string(']', 40) + "}" });
        Assert.False(_world.PlanCreate(new string('a', 129), LeadWorld.Draft(LeadWorld.New)).Ok);

        void Wrong(LeadDraft draft) => LeadWorld.Refused(_world.PlanCreate("l1", draft), RefusalCode.Validation, "validation");
    }

    [Fact]
    public void One_contact_point_of_a_kind_is_the_primary_one_and_the_first_is_where_none_is_marked()
    {
        ImmutableArray<ContactPointDraft> points = [.. LeadWorld.Points(Phone, OtherPhone, Email)];
        Assert.Equal([true, false, true], Primaries(points));
        Assert.Equal([false, true, true], Primaries(points.SetItem(1, points[1] with { Primary = true })));

        var both = LeadWorld.Draft(LeadWorld.New) with { ContactPoints = [.. points.Select(p => p with { Primary = true })] };
        var refusal = LeadWorld.Refused(_world.PlanCreate("l1", both), RefusalCode.Validation, "validation");
        Assert.Equal("contactPoints[1].primary", Assert.Single(refusal.Errors).Field);

        IEnumerable<bool> Primaries(ImmutableArray<ContactPointDraft> drafts)
        {
            var decision = LeadWorld.Made(_world.PlanCreate("l1", LeadWorld.Draft(LeadWorld.New) with { ContactPoints = drafts }));
            return decision.After.Lead.ContactPoints.Select(p => p.Primary);
        }
    }

    [Fact]
    public void A_lead_cannot_be_put_where_no_lead_may_stand()
    {
        Refused("status.disabled", LeadWorld.Draft(LeadWorld.Closed));
        Refused("lead.record-type", LeadWorld.Draft(LeadWorld.Candidate));
        _world.Change(LeadWorld.New, s => s with { Archived = true });
        Refused("status.archived", LeadWorld.Draft(LeadWorld.New));

        void Refused(string rule, LeadDraft draft) => LeadWorld.Refused(_world.PlanCreate("l1", draft), RefusalCode.Unprocessable, rule);
    }

    [Fact]
    public void A_lead_made_in_a_restricting_status_is_blocked_from_its_first_second()
    {
        var lead = _world.Create("l1", LeadWorld.Renewal, Phone, Email);

        var entry = Assert.Single(lead.Entries);
        Assert.Equal(
            (LeadWorld.Point(Phone), Channels.Phone, EntrySource.LeadStatus, "l1", null, null),
            (entry.Point, entry.Channels, entry.Source, entry.LeadId, entry.ExecutionId, entry.ExpiresAt));
        Assert.True(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Sms));
        Assert.False(_world.IsBlocked(LeadWorld.Point(Email), Channels.Email));
    }

    [Fact]
    public void A_lead_made_under_a_workflow_that_was_replaced_meanwhile_is_planned_again()
    {
        var decision = LeadWorld.Made(_world.PlanCreate("l1", LeadWorld.Draft(LeadWorld.New, Phone)));
        _world.Change(LeadWorld.New, s => s with { RestrictsContact = Channels.All });

        Assert.Equal("document", _world.Ledger.Commit(decision.Commit!).Conflict);
        Assert.Single(_world.Create("l1", LeadWorld.New, Phone).Entries);
    }

    [Fact]
    public void A_taken_id_is_the_commits_to_find()
    {
        _world.Create("l1", LeadWorld.New);
        Assert.Equal("lead", _world.Ledger.Commit(LeadWorld.Made(_world.PlanCreate("l1", LeadWorld.Draft(LeadWorld.New))).Commit!).Conflict);
    }

    [Fact]
    public void A_contact_point_added_to_a_flagged_lead_inherits_the_block()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone);
        var execution = _world.Execute("l1", "quiet");
        var after = _world.SetPoints("l1", Phone, OtherPhone, Email);

        var inherited = after.Entries.Where(e => e.Point != LeadWorld.Point(Phone)).ToArray();
        Assert.Equal([(OtherPhone, Channels.Sms), (Email, Channels.Email)], inherited.Select(e => (e.Point.Value, e.Channels)));
        Assert.All(inherited, e => Assert.Equal(
            (execution.Id, "no texts", EntrySource.Action, "ann"), (e.ExecutionId!.Value, e.Reason, e.Source, e.AddedBy)));
    }

    [Fact]
    public void A_flag_of_the_primary_contact_point_or_one_that_expired_long_ago_is_not_inherited()
    {
        _world.Create("l1", LeadWorld.Contacted, Phone);
        _world.Execute("l1", "pause");
        Assert.DoesNotContain(_world.SetPoints("l1", Phone, OtherPhone).Entries, e => e.Point == LeadWorld.Point(OtherPhone));

        FlagForADay("l2");
        _world.Now += TimeSpan.FromDays(2);
        Assert.DoesNotContain(_world.SetPoints("l2", Phone, OtherPhone).Entries, e => e.Point == LeadWorld.Point(OtherPhone));
    }

    [Fact]
    public void A_flag_that_a_clock_which_runs_ahead_takes_for_expired_is_inherited_and_blocks_as_long_as_it_does()
    {
        FlagForADay("l1");
        var until = _world.Now.AddDays(1);
        _world.Now += TimeSpan.FromHours(25);

        var inherited = Assert.Single(_world.SetPoints("l1", Phone, OtherPhone).Entries, e => e.Point == LeadWorld.Point(OtherPhone));

        Assert.Equal(until, inherited.ExpiresAt);
        Assert.False(inherited.InForce(_world.Now));
    }

    void FlagForADay(string lead)
    {
        _world.Change(LeadWorld.Contacted, s => s with
        {
            Actions = [new("short", "short", "c", true, [], 0, [new Domain.Workflows.AddToDoNotContact(Channels.All, default, "r", 1)])],
        });
        _world.Create(lead, LeadWorld.Contacted, Phone);
        _world.Execute(lead, "short");
    }

    [Fact]
    public void A_contact_point_taken_away_loses_only_what_the_status_gave_it()
    {
        _world.Create("l1", LeadWorld.New, Phone, OtherPhone);
        _world.Execute("l1", "dnc");
        var after = _world.SetPoints("l1", OtherPhone);

        Assert.Equal([EntrySource.Action], after.Entries.Where(e => e.Point == LeadWorld.Point(Phone)).Select(e => e.Source));
        Assert.True(_world.IsBlocked(LeadWorld.Point(Phone), Channels.Call));

        // Back again, it has the execution's entry still, and gets the status' one anew.
        var back = _world.SetPoints("l1", Phone, OtherPhone);
        Assert.Equal([EntrySource.Action, EntrySource.LeadStatus], back.Entries.Where(e => e.Point == LeadWorld.Point(Phone)).Select(e => e.Source));
    }

    [Fact]
    public void A_change_says_what_it_was_and_what_it_is()
    {
        var state = _world.Create("l1", LeadWorld.New, Phone);
        var change = LeadWorld.Made(_world.PlanChange(state, new LeadPatch(Name: "Grace", Attributes: """{"a": 1}"""))).Commit!.Changes.Single();

        Assert.Equal(ChangeTypes.LeadChanged, change.Type);
        Assert.Equal(("""{"name":"Ada Lovelace","attributes":{}}""", """{"name":"Grace","attributes":{"a": 1}}"""), (change.Before, change.After));
    }

    [Fact]
    public void A_patch_that_changes_nothing_commits_nothing()
    {
        var state = _world.Create("l1", LeadWorld.Renewal, Phone);
        var patch = new LeadPatch(Name: " Ada Lovelace ", ContactPoints: LeadWorld.Points(Phone), UserGroups: ["east"]);
        Assert.Null(LeadWorld.Made(_world.PlanChange(state, patch)).Commit);
    }

    [Fact]
    public void A_patch_of_another_version_than_the_client_saw_is_refused()
    {
        var state = _world.Create("l1", LeadWorld.New);
        var outcome = LeadRules.Change(_world.Request(), state, new LeadPatch(Name: "x"), 7, _world.Documents, _world.Now, _world.Ids);
        LeadWorld.Refused(outcome, RefusalCode.Conflict, "lead.version");
    }

    [Fact]
    public void Only_changed_contact_points_are_indexed_again()
    {
        var state = _world.Create("l1", LeadWorld.New, Phone, Email);
        Assert.False(Changed(LeadWorld.Points("202 555 0123", Email)));
        Assert.True(Changed(LeadWorld.Points(Phone)));

        bool Changed(ImmutableArray<ContactPointDraft> points) =>
            LeadWorld.Made(_world.PlanChange(state, new LeadPatch(ContactPoints: points))).Commit!.Leads.Single().ContactPointsChanged;
    }
}
