using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;

namespace DncActors.UnitTests.Ledger;

/// <summary>
/// The ledger as its ports promise it, in memory: one order, guards tested against what every earlier commit did, blocks that result. What rules and grains are
/// tested against where no database is needed.
/// </summary>
public sealed partial class LedgerModel : ILedger
{
    readonly Lock _gate = new();
    readonly Dictionary<(string Organization, Guid Id), FoundCommit> _commits = [];
    readonly Dictionary<(string Organization, DocumentKind Kind, string Id), (Document Document, long Sequence)> _documents = [];
    readonly List<(string Organization, Lead Lead, long Sequence)> _leads = [];
    readonly List<(string Organization, DncEntry Entry)> _entries = [];
    readonly List<(string Organization, Execution Execution)> _executions = [];
    readonly List<Change> _log = [];
    Action<CommittedBatch>? _onCommitted;

    /// <summary>The last sequence.</summary>
    public long Head => _log.Count;

    public async Task<CommitResult> CommitAsync(Commit commit, CommitTurn? turn = null)
    {
        if (turn is not null && !await turn.Comes) return new(CommitOutcome.Withdrawn, 0, null, null);
        var result = Commit(commit);
        if (result.Outcome is CommitOutcome.Done or CommitOutcome.AlreadyThere) turn?.Durable();
        return result;
    }

    public Task<FoundCommit?> FindAsync(string organization, Guid commitId)
    {
        lock (_gate) return Task.FromResult(_commits.GetValueOrDefault((organization, commitId)));
    }

    public void Subscribe(Action<CommittedBatch> onCommitted) => _onCommitted = onCommitted;

    /// <summary>The same as <see cref="CommitAsync"/>, at once.</summary>
    public CommitResult Commit(Commit commit)
    {
        lock (_gate)
        {
            if (_commits.TryGetValue((commit.Organization, commit.Id), out var earlier))
            {
                var outcome = earlier.Fingerprint == commit.Fingerprint ? CommitOutcome.AlreadyThere : CommitOutcome.AnotherUnderThisId;
                return new(outcome, earlier.Sequence, earlier.Reply, null);
            }
            if (Test(commit) is { } conflict) return new(CommitOutcome.Conflict, 0, null, conflict);
            Assert.NotEmpty(commit.Changes);
            var after = Head;
            Write(commit, after + commit.Changes.Length);
            _commits[(commit.Organization, commit.Id)] = new(commit.Id, commit.Fingerprint, Head, commit.Reply);
            _onCommitted?.Invoke(new(after, Head, [.. _log[(int)after..]]));
            return new(CommitOutcome.Done, Head, commit.Reply, null);
        }
    }

    /// <summary>Publishes a document's next version, for arranging.</summary>
    public void Publish(string organization, Document document)
    {
        lock (_gate)
        {
            var id = StableId.Of("published", $"{Head}");
            _log.Add(new(Head + 1, id, organization, default, "test", new() { Type = ChangeTypes.Of(document.Kind), Document = document }, []));
            _documents[(organization, document.Kind, document.Id)] = (document, Head);
        }
    }

    string? Test(Commit commit)
    {
        if (commit.Guards.Any(g => VersionOf(commit.Organization, g.Kind, g.Id) != g.Version)) return "document";
        if (commit.KindGuards.Any(g => _documents.Any(d => d.Key.Organization == commit.Organization && d.Key.Kind == g.Kind && d.Value.Sequence > g.Sequence)))
        {
            return "kind";
        }
        if (commit.Documents.Any(d => VersionOf(commit.Organization, d.Document.Kind, d.Document.Id) != d.ExpectedVersion)) return "document";
        if (commit.EmptyGuards.Any(g => _leads.Any(l => l.Organization == commit.Organization && Stands(l.Lead, g)))) return "empty";
        if (commit.Leads.Any(w => (FindLead(commit.Organization, w.Lead.Id)?.Lead.Version ?? 0) != w.ExpectedVersion)) return "lead";
        return commit.Revoke.Any(r => FindEntry(commit.Organization, r.EntryId) is not { Revoked: null }) ? "entry" : null;
    }

    void Write(Commit commit, long last)
    {
        var touched = new HashSet<string>();
        foreach (var revocation in commit.Revoke)
        {
            var at = _entries.FindIndex(e => e.Organization == commit.Organization && e.Entry.Id == revocation.EntryId);
            var entry = _entries[at].Entry;
            Assert.Equal((entry.Point, entry.Channels, entry.Source), (revocation.Point, revocation.Channels, revocation.Source));
            _entries[at] = (commit.Organization, entry with { Revoked = revocation.Revocation });
            if (entry.LeadId is { } leadId) touched.Add(leadId);
        }
        foreach (var entry in commit.Add)
        {
            Assert.Null(FindEntry(commit.Organization, entry.Id));
            _entries.Add((commit.Organization, entry));
            if (entry.LeadId is { } leadId) touched.Add(leadId);
        }
        foreach (var write in commit.Leads)
        {
            touched.Remove(write.Lead.Id);
            PutLead(commit.Organization, write.Lead, last);
        }
        foreach (var leadId in touched)
        {
            // An entry of the lead came or went without the lead being written: plans on it must fail.
            if (FindLead(commit.Organization, leadId) is { } found) PutLead(commit.Organization, found.Lead with { Version = found.Lead.Version + 1 }, last);
        }
        if (commit.Execution is { } execution) _executions.Add((commit.Organization, execution));
        foreach (var write in commit.Documents) _documents[(commit.Organization, write.Document.Kind, write.Document.Id)] = (write.Document, last);
        foreach (var draft in commit.Changes)
        {
            var points = draft.Added.Select(e => e.Point).Concat(draft.Revoked.Select(r => r.Point)).Distinct();
            ImmutableArray<PointBlock> blocks = [.. points.Select(p => new PointBlock(p, BlockOf(commit.Organization, p)))];
            _log.Add(new(Head + 1, commit.Id, commit.Organization, commit.At, commit.Actor, draft, blocks));
        }
    }

    long VersionOf(string organization, DocumentKind kind, string id) =>
        _documents.TryGetValue((organization, kind, id), out var found) ? found.Document.Version : 0;

    static bool Stands(Lead lead, EmptyGuard guard) =>
        lead.At.WorkflowId == guard.WorkflowId && (guard.StatusId is null || lead.At.StatusId == guard.StatusId);

    void PutLead(string organization, Lead lead, long sequence)
    {
        var at = _leads.FindIndex(l => l.Organization == organization && l.Lead.Id == lead.Id);
        if (at < 0) _leads.Add((organization, lead, sequence));
        else _leads[at] = (organization, lead, sequence);
    }
}
