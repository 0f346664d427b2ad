using DncActors.Domain.ContactPoints;
using DncActors.Domain.Jobs;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using Request = DncActors.Domain.Ledger.Request;

namespace DncActors.UnitTests.Registry;

public sealed class ImportRevocationRulesTests
{
    static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly Request Asked = new("acme", "ann", "ann", "k", new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
    static readonly EntryImport Import = new(new Guid(9, 0, 0, new byte[8]), "bob", Now.AddDays(-1), 700, 0, 20);

    [Fact]
    public void It_begins_a_job_and_says_why_to_whoever_does_it()
    {
        var (commit, job) = ImportRevocationRules.Begin(Asked, Import, new(" wrong list: 2025 ", " mail 7 "), Now).Value;

        Assert.Equal((Asked.CommitId, JobKinds.ImportRevocation, Import.Id.ToString(), 680L), (job.Id, job.Kind, job.Subject, job.Total));
        Assert.Same(job, commit.Job);
        Assert.Equal(new RevocationDraft("wrong list: 2025", "mail 7"), ImportRevocationRules.Read(commit.Reply!));
        Assert.Equal("""{"left":680,"reason":"wrong list: 2025","evidence":"mail 7"}""", Assert.Single(commit.Changes).After);
        var bare = ImportRevocationRules.Begin(Asked, Import, new("wrong", null), Now).Value.Commit;
        Assert.Equal(new RevocationDraft("wrong", null), ImportRevocationRules.Read(bare.Reply!));
    }

    [Fact]
    public void The_longest_reason_and_evidence_fit_into_what_a_commit_keeps()
    {
        var draft = new RevocationDraft(new string('r', EntryLimits.MaxReasonLength), new string('e', ImportRevocationRules.MaxEvidenceLength));

        Assert.InRange(ImportRevocationRules.Begin(Asked, Import, draft, Now).Value.Commit.Reply!.Length, 3_500, 4_000);
    }

    [Fact]
    public void A_reason_is_asked_for_and_evidence_where_people_asked_themselves()
    {
        var refused = ImportRevocationRules.Begin(Asked, Import with { OptOuts = 3 }, new(" ", null), Now).Refusal;

        Assert.Equal(RefusalCode.Validation, refused!.Code);
        Assert.Equal(["reason", "evidence"], refused.Errors.Select(e => e.Field));
        Assert.True(ImportRevocationRules.Begin(Asked, Import with { OptOuts = 3 }, new("wrong", "mail 7"), Now).Ok);
    }

    [Fact]
    public void A_step_revokes_each_entry_as_what_it_is()
    {
        var entry = new DncEntry(
            new Guid(5, 0, 0, new byte[8]), new ContactPoint(ContactPointKind.Phone, "+12025550123"), Channels.Call, EntrySource.OptOut, "asked",
            null, null, "bob", Now, null, Import.Id, null);

        var commit = ImportRevocationRules.Step(Asked, Import.Id, [entry], new("wrong", "mail 7"), Now);

        var revoked = Assert.Single(commit.Revoke);
        Assert.Equal((entry.Id, entry.Point, Channels.Call, EntrySource.OptOut), (revoked.EntryId, revoked.Point, revoked.Channels, revoked.Source));
        Assert.Equal(new Revocation(Now, "ann", "wrong", "mail 7", null), revoked.Revocation);
        Assert.Equal(commit.Revoke, Assert.Single(commit.Changes).Revoked);
    }
}
