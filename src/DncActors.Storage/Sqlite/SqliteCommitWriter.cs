using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Storage.Audit;
using DncActors.Storage.Jobs;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Sqlite;

/// <summary>Writes one commit after the other into the open transaction: record, guards, rows, blocks, changes.</summary>
internal sealed class SqliteCommitWriter
{
    readonly SqliteCommitRows _commits;
    readonly SqliteLeadRows _leads;
    readonly SqliteEntryRows _entries;
    readonly SqliteExecutionRows _executions;
    readonly SqliteDocumentRows _documents;
    readonly SqliteChangeRows _changes;
    readonly SqliteJobRows _jobs;
    readonly SqliteAccessRows _accesses;
    readonly SqliteImportRows _imports;
    readonly SqliteGuards _guards;
    readonly SqliteGuards.FoundRows _found = new();
    readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    readonly Dictionary<ContactPoint, BlockedUntil> _blocks = [];

    public SqliteCommitWriter(SqliteSession session)
    {
        _commits = new(session);
        _leads = new(session);
        _entries = new(session);
        _executions = new(session);
        _documents = new(session);
        _changes = new(session);
        _jobs = new(session);
        _accesses = new(session);
        _imports = new(session);
        _guards = new(_leads, _entries, _documents);
    }

    /// <summary>Writes what is no commit: nothing depends on it, and the log tells nothing of it.</summary>
    public void Write(PendingWrite pending)
    {
        switch (pending)
        {
            case PendingJob job:
                _jobs.Save(job.Job);
                break;
            case PendingAccess access:
                _accesses.Insert(access);
                break;
            case PendingAccessDeletion deletion:
                _accesses.Delete(deletion);
                break;
            default:
                throw new ArgumentException($"Nobody writes a {pending.GetType().Name}.", nameof(pending));
        }
    }

    /// <summary>Decides and writes; what it appends to the log goes behind <paramref name="head"/> and into <paramref name="log"/>.</summary>
    /// <returns>The new head.</returns>
    public long Write(PendingCommit pending, long head, ImmutableArray<Change>.Builder log)
    {
        var commit = pending.Commit;
        if (_commits.Find(commit.Organization, commit.Id) is { } earlier)
        {
            var outcome = earlier.Fingerprint == commit.Fingerprint ? CommitOutcome.AlreadyThere : CommitOutcome.AnotherUnderThisId;
            pending.Result = new CommitResult(outcome, earlier.Sequence, earlier.Reply, null);
            return head;
        }
        if (_guards.Test(commit, _found) is { } conflict)
        {
            pending.Result = new CommitResult(CommitOutcome.Conflict, 0, null, conflict);
            return head;
        }
        var last = head + commit.Changes.Length;
        WriteEntries(commit);
        WriteLeads(pending, last);
        if (commit.Execution is { } execution) _executions.Insert(commit.Organization, execution, pending.Execution!, last);
        WriteDocuments(pending, head);
        if (commit.Job is { } job) _jobs.Insert(job);
        _blocks.Clear();
        for (var i = 0; i < commit.Changes.Length; i++)
        {
            var draft = commit.Changes[i];
            log.Add(_changes.Append(commit, draft, pending.Changes[i], head + 1 + i, BlocksOf(commit.Organization, pending.Points[i], pending.ForGood[i])));
        }
        _commits.Insert(commit, last);
        pending.Result = new CommitResult(CommitOutcome.Done, last, commit.Reply, null);
        return last;
    }

    void WriteEntries(Commit commit)
    {
        _touched.Clear();
        _imports.Begin();
        for (var i = 0; i < _found.Entries.Count; i++)
        {
            _entries.Revoke(_found.Entries[i].Ordinal, commit.Revoke[i].Revocation);
            _imports.Revoked(_found.Entries[i].ImportId, _found.Entries[i].LeadId);
            if (_found.Entries[i].LeadId is { } leadId) _touched.Add(leadId);
        }
        foreach (var entry in commit.Add.OrEmpty())
        {
            _entries.Insert(commit.Organization, entry);
            _imports.Added(entry);
            if (entry.LeadId is { } leadId) _touched.Add(leadId);
        }
        _imports.Write(commit.Organization);
    }

    void WriteLeads(PendingCommit pending, long sequence)
    {
        var commit = pending.Commit;
        for (var i = 0; i < _found.Leads.Count; i++)
        {
            var write = commit.Leads[i];
            var isNew = write.ExpectedVersion == 0;
            // A new lead has no entries but those of this commit.
            var touched = _touched.Remove(write.Lead.Id);
            var flagged = _leads.FlaggedUntil(commit.Organization, write.Lead, isNew && !touched);
            if (isNew) _leads.Insert(commit.Organization, write.Lead, pending.Leads[i], sequence, flagged);
            else _leads.Update(commit.Organization, _found.Leads[i], write, pending.Leads[i], sequence, flagged);
        }
        foreach (var leadId in _touched) _leads.Touch(commit.Organization, leadId, sequence);
    }

    void WriteDocuments(PendingCommit pending, long head)
    {
        var commit = pending.Commit;
        for (var i = 0; i < pending.Documents.Length; i++)
        {
            var document = commit.Documents[i].Document;
            _documents.Publish(commit, document, pending.Documents[i], head + 1 + PlaceOf(commit, document));
        }
    }

    /// <summary>A document's sequence is that of the change which tells of it: what caches know it by, and what guards of its kind are made from.</summary>
    static int PlaceOf(Commit commit, Document document)
    {
        for (var i = 0; i < commit.Changes.Length; i++)
        {
            if (commit.Changes[i].Document is { } told && told.Kind == document.Kind && told.Id == document.Id) return i;
        }
        return commit.Changes.Length - 1;
    }

    ImmutableArray<PointBlock> BlocksOf(string organization, ContactPoint[] points, bool[] forGood)
    {
        if (points.Length == 0) return [];
        var blocks = new PointBlock[points.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = new PointBlock(points[i], forGood[i] ? BlockedUntil.ForGood(points[i].Channels) : BlockOf(organization, points[i]));
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(blocks);
    }

    BlockedUntil BlockOf(string organization, ContactPoint point)
    {
        if (!_blocks.TryGetValue(point, out var until)) _blocks[point] = until = _entries.BlockOf(organization, point);
        return until;
    }
}
