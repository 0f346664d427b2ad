using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.UnitTests.Leads;

namespace DncActors.UnitTests.Ledger;

public sealed class LedgerModelTests
{
    readonly LeadWorld _world = new();

    [Fact]
    public void The_same_commit_again_is_already_there_and_another_under_its_id_is_told()
    {
        var decision = LeadWorld.Made(EntryRules.Add(_world.Request(), Draft(), _world.Now, _world.Ids));
        var done = _world.Ledger.Commit(decision.Commit!);
        var again = _world.Ledger.Commit(decision.Commit!);
        var other = _world.Ledger.Commit(decision.Commit! with { Fingerprint = default });

        Assert.Equal(
            (CommitOutcome.Done, CommitOutcome.AlreadyThere, CommitOutcome.AnotherUnderThisId), (done.Outcome, again.Outcome, other.Outcome));
        Assert.Equal((done.Sequence, decision.Entry.Id.ToString()), (again.Sequence, again.Reply));
        Assert.Single(_world.Ledger.AllEntries(LeadWorld.Organization));
    }

    [Fact]
    public void An_entry_is_revoked_once()
    {
        var entry = _world.Add(Draft().Point, Channels.Call);
        var first = LeadWorld.Made(EntryRules.Revoke(_world.Request(), entry, new("wrong", null), _world.Now));
        var second = LeadWorld.Made(EntryRules.Revoke(_world.Request(), entry, new("wrong too", null), _world.Now));
        _world.Commit(first.Commit);
        Assert.Equal("entry", _world.Ledger.Commit(second.Commit!).Conflict);
    }

    [Fact]
    public void A_change_carries_what_blocks_after_its_commit()
    {
        var batches = new List<CommittedBatch>();
        _world.Ledger.Subscribe(batches.Add);
        var point = Draft().Point;
        _world.Add(point, Channels.Call, _world.Now.AddDays(1));
        var forever = _world.Add(point, Channels.Call);
        _world.Commit(LeadWorld.Made(EntryRules.Revoke(_world.Request(), forever, new("wrong", null), _world.Now)).Commit);

        var end = _world.Now.AddDays(1).ToUnixTimeMilliseconds();
        Assert.Equal([end, BlockedUntil.Forever, end], batches.Select(b => b.Changes.Single().Blocks.Single().Until.Call));
        Assert.Equal(batches.Skip(1).Select(b => b.After), batches.SkipLast(1).Select(b => b.UpTo));
    }

    static EntryDraft Draft() => new(LeadWorld.Point("+12025550123"), Channels.Call, "asked", null, EntrySource.Manual);
}
