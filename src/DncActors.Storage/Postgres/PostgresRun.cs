using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace DncActors.Storage.Postgres;

/// <summary>Commits of one organization that do not meet, on their way to the writing function (see its migration), and its answer.</summary>
internal sealed class PostgresRun(string organization)
{
    const int Parameters = 94;

    static readonly string Sql =
        $"select * from commit_run({string.Join(", ", Enumerable.Range(1, Parameters).Select(i => "$" + i.ToString(CultureInfo.InvariantCulture)))})";

    readonly List<PendingCommit> _pending = [];
    readonly PostgresCommitRows _commits = new();
    readonly PostgresGuards _guards = new();
    readonly PostgresLeadRows _leads = new();
    readonly PostgresEntryRows _entries = new();
    readonly PostgresExecutionRows _executions = new();
    readonly PostgresDocumentRows _documents = new();
    readonly PostgresJobRows _jobs = new();
    readonly PostgresChangeRows _changes = new();
    readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>How many it writes, unless a commit of it is refused.</summary>
    public int Leads { get; private set; }

    /// <summary>How many it adds, unless a commit of it is refused.</summary>
    public int Entries { get; private set; }

    public void Add(PendingCommit pending)
    {
        _pending.Add(pending);
        var place = _pending.Count;
        var commit = pending.Commit;
        Leads += pending.Leads.Length;
        Entries += commit.Add.OrEmpty().Length;
        _commits.Add(commit);
        _guards.Add(place, commit);
        _touched.Clear();
        foreach (var entry in commit.Add.OrEmpty())
        {
            if (entry.LeadId is { } leadId) _touched.Add(leadId);
        }
        for (var i = 0; i < pending.Leads.Length; i++)
            _leads.Add(place, commit.Leads[i], pending.Leads[i], ownEntries: _touched.Remove(commit.Leads[i].Lead.Id));
        foreach (var leadId in _touched) _entries.Touch(place, leadId);
        _entries.Add(place, commit);
        if (commit.Execution is { } execution) _executions.Add(place, execution, pending.Execution!);
        for (var i = 0; i < pending.Documents.Length; i++) _documents.Add(place, commit, commit.Documents[i].Document, pending.Documents[i]);
        if (commit.Job is { } job) _jobs.Add(place, job);
        _changes.Add(place, pending);
    }

    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Sql);
        var parameters = command.Parameters;
        parameters.Add(new NpgsqlParameter<string> { TypedValue = organization, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new NpgsqlParameter<bool> { TypedValue = _pending.Count == 1, NpgsqlDbType = NpgsqlDbType.Boolean });
        _commits.AddTo(parameters);
        _guards.AddTo(parameters);
        _leads.AddTo(parameters);
        _entries.AddTo(parameters);
        _executions.AddTo(parameters);
        _documents.AddTo(parameters);
        _jobs.AddTo(parameters);
        _changes.AddTo(parameters);
        return command;
    }

    /// <summary>Gives each commit its result and the log what came into it; returns the head before the run.</summary>
    public long Read(PostgresRow row, ImmutableArray<Change>.Builder log)
    {
        var bases = row.Array<long[]>(1)!;
        var blocks = row.Array<long[,]>(2);
        for (int i = 0, change = 0; i < bases.Length; i++)
        {
            var commit = _pending[i].Commit;
            if (bases[i] >= 0)
            {
                for (var k = 0; k < commit.Changes.Length; k++)
                {
                    log.Add(new Change(
                        bases[i] + 1 + k, commit.Id, commit.Organization, commit.At, commit.Actor, commit.Changes[k],
                        _changes.BlocksOf(change + k, blocks)));
                }
                _pending[i].Result = new CommitResult(CommitOutcome.Done, bases[i] + commit.Changes.Length, commit.Reply, null);
            }
            change += commit.Changes.Length;
        }
        ReadConflicts(row.Array<int[]>(3), row.Array<string[]>(4));
        ReadFound(row.Array<int[]>(5), row.Array<bool[]>(6), row.Array<long[]>(7), row.Array<string?[]>(8));
        return row.Long(0);
    }

    void ReadConflicts(int[]? commits, string[]? conflicts)
    {
        // From the last to the first: the first guard that failed is the one to tell of.
        for (var i = (commits?.Length ?? 0) - 1; i >= 0; i--)
            _pending[commits![i] - 1].Result = new CommitResult(CommitOutcome.Conflict, 0, null, conflicts![i]);
    }

    // A commit that is there may well break a guard by now: that it is there is what counts.
    void ReadFound(int[]? commits, bool[]? same, long[]? sequences, string?[]? replies)
    {
        for (var i = 0; i < (commits?.Length ?? 0); i++)
        {
            _pending[commits![i] - 1].Result = new CommitResult(
                same![i] ? CommitOutcome.AlreadyThere : CommitOutcome.AnotherUnderThisId, sequences![i], replies![i], null);
        }
    }
}
