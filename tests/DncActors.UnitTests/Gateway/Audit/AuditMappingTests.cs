using System.Text.Json;
using DncActors.Client.Audit;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using DncActors.Gateway.Audit;

namespace DncActors.UnitTests.Gateway.Audit;

public sealed class AuditMappingTests
{
    [Fact]
    public void A_document_is_told_before_and_after_as_itself_and_no_hash_leaves_this_way()
    {
        var key = new ApiKey("k", 1, false, "CRM", "manager", null, false, "hash-of-it", "wxyz");
        var record = AuditMapping.ToModel(new AuditRecord(
            ChangeOf(new ChangeDraft { Type = ChangeTypes.ApiKeyChanged, Subject = "k", Document = key with { Version = 2, Name = "Dialer" } }), null, key));
        Assert.Equal("CRM", record.Before!.Value.GetProperty("name").GetString());
        Assert.Equal("Dialer", record.After!.Value.GetProperty("name").GetString());
        Assert.DoesNotContain("hash-of-it", $"{record.Before}{record.After}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_removed_is_told_as_it_was_and_as_nothing_after()
    {
        var user = new User("bob", 1, false, "Bob", ["agent"], []);
        var record = AuditMapping.ToModel(new AuditRecord(
            ChangeOf(new ChangeDraft { Type = ChangeTypes.UserChanged, Subject = "bob", Document = user with { Version = 2, Archived = true } }), null, user));
        Assert.Equal("Bob", record.Before!.Value.GetProperty("name").GetString());
        Assert.Null(record.After);
    }

    [Fact]
    public void A_move_is_told_by_where_from_and_where_to()
    {
        var record = AuditMapping.ToModel(
            new AuditRecord(ChangeOf(new ChangeDraft { Type = ChangeTypes.LeadMoved, LeadId = "L", From = new("w", "a"), To = new("w", "b") }), null, null));
        Assert.Equal("a", record.Before!.Value.GetProperty("statusId").GetString());
        Assert.Equal("b", record.After!.Value.GetProperty("statusId").GetString());
    }

    [Fact]
    public void What_the_log_says_as_json_is_told_as_it_is()
    {
        var record = AuditMapping.ToModel(
            new AuditRecord(ChangeOf(new ChangeDraft { Type = ChangeTypes.LeadChanged, Before = """{"name":"a"}""", After = """{"name":"b"}""" }), null, null));
        Assert.Equal(("a", "b"), (record.Before!.Value.GetProperty("name").GetString(), record.After!.Value.GetProperty("name").GetString()));
    }

    [Fact]
    public void A_contact_point_is_told_in_the_names_of_the_lead_itself()
    {
        const string Kept =
            """{"attributes":{"value":1.50},"contactPoints":[{"kind":"email","contactPoint":"ada@example.org","value":"ADA@example.org","label":null}]}""";
        Assert.Equal(
            """{"attributes":{"value":1.50},"contactPoints":[{"kind":"email","value":"ada@example.org","typed":"ADA@example.org","label":null}]}""",
            Told(new ChangeDraft { Type = ChangeTypes.LeadCreated, LeadId = "L", After = Kept }).After!.Value.GetRawText());
        Assert.Equal(
            """{"flaggedChannels":["sms"],"channels":["sms"]}""",
            Told(new ChangeDraft { Type = ChangeTypes.LeadDoNotContact, After = """{"flagged":["sms"],"channels":["sms"]}""" }).After!.Value.GetRawText());
    }

    [Fact]
    public void A_revocation_is_told_with_its_contact_point_reason_and_evidence_also_where_the_lead_is_what_changed()
    {
        var entry = Entry("L");
        var revoked = new EntryRevocation(entry.Id, entry.Point, entry.Channels, entry.Source, new(entry.AddedAt, "bob", "wrong number", "letter 7", null));
        var byHand = Told(new ChangeDraft { Type = ChangeTypes.EntryRevoked, Subject = $"{entry.Id}", Revoked = [revoked] });
        var ofLead = Told(new ChangeDraft
        {
            Type = ChangeTypes.EntryRevoked,
            LeadId = "L",
            Revoked = [revoked],
            Before = """{"flagged":["sms"]}""",
            After = """{"flagged":["sms"]}""",
        });

        foreach (var told in (AuditRevocationModel[])[Assert.Single(byHand.Revoked), Assert.Single(ofLead.Revoked)])
        {
            Assert.Equal(
                ("+12025550123", "bob", "wrong number", "letter 7"), (told.ContactPoint, told.RevokedBy, told.RevokedReason, told.RevokedEvidence));
        }
        Assert.Equal(JsonValueKind.Null, byHand.Before!.Value.GetProperty("revokedReason").ValueKind);
        Assert.Equal("wrong number", byHand.After!.Value.GetProperty("revokedReason").GetString());
    }

    [Fact]
    public void An_entry_that_was_added_is_told_as_itself()
    {
        var record = Told(new ChangeDraft { Type = ChangeTypes.EntriesAdded, Added = [Entry(null)] });
        Assert.Equal(("asked", "manual"), (record.After!.Value.GetProperty("reason").GetString(), record.After!.Value.GetProperty("source").GetString()));
        Assert.Equal("asked", Assert.Single(record.Added).Reason);
        Assert.Null(record.Before);
    }

    [Fact]
    public void What_a_status_adds_and_takes_away_is_no_before_and_after()
    {
        var record = Told(new ChangeDraft { Type = ChangeTypes.LeadChanged, LeadId = "L", Subject = "sales/new", Added = [Entry("L")] });
        Assert.Equal("+12025550123", Assert.Single(record.Added).ContactPoint);
        Assert.Equal((null, null), (record.Before, record.After));
    }

    [Fact]
    public void An_execution_is_told_with_its_action_note_and_evidence_whatever_it_did()
    {
        var execution = new Execution(
            Guid.Empty, "L", "a", "No texts", "Compliance", 1, "ann", DateTimeOffset.UnixEpoch, new("w", "s"), new("w", "s"), true, [], [], [],
            "was angry", "letter 7", null, []);
        var flagged = new ChangeDraft { Type = ChangeTypes.LeadDoNotContact, LeadId = "L", After = """{"flagged":["sms"]}""", ActionName = "No texts" };
        var record = AuditMapping.ToModel(new AuditRecord(ChangeOf(flagged), execution, null));
        Assert.Equal(("No texts", "was angry", "letter 7"), (record.ActionName, record.Note, record.Evidence));
    }

    [Fact]
    public void An_import_is_told_by_its_count_and_to_a_lead_with_what_it_brought_for_it()
    {
        var import = new ChangeDraft { Type = ChangeTypes.LeadsImported, After = """{"leads":2}""", Added = [Entry("L"), Entry("M")] };
        Assert.Empty(Told(import).Added);
        Assert.Equal("L", Assert.Single(AuditMapping.ToModel(new AuditRecord(ChangeOf(import), null, null), "L").Added).LeadId);
        Assert.Equal(
            """{"entries":2}""",
            Told(new ChangeDraft { Type = ChangeTypes.EntriesImported, Added = [Entry(null), Entry(null)] }).After!.Value.GetRawText());
    }

    static AuditRecordModel Told(ChangeDraft what) => AuditMapping.ToModel(new AuditRecord(ChangeOf(what), null, null));

    static DncEntry Entry(string? leadId) => new(
        Guid.Empty, new(ContactPointKind.Phone, "+12025550123"), Channels.Sms, EntrySource.Manual, "asked", leadId, null, "ann", DateTimeOffset.UnixEpoch,
        null, null, null);

    static Change ChangeOf(ChangeDraft what) => new(9, Guid.Empty, "default", DateTimeOffset.UnixEpoch, "ann", what, []);
}
