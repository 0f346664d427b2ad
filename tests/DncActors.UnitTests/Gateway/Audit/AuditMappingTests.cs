using DncActors.Domain.Ledger;
using DncActors.Domain.People;
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

    static Change ChangeOf(ChangeDraft what) => new(9, Guid.Empty, "default", DateTimeOffset.UnixEpoch, "ann", what, []);
}
