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
    /// <summary>PostgreSQL takes a hundred at most.</summary>
    const int Parameters = 96;

    static readonly string Sql =
        $"select * from commit_run({string.Join(", ", Enumerable.Range(1, Parameters).Select(i => "$" + i.ToString(CultureInfo.InvariantCulture)))})";

    readonly List<PendingCommit> _pending = [];
    PostgresChangeRows _changes = null!;
    int _executionCount;
    int _changeCount;

    /// <summary>How many it writes, unless a commit of it is refused.</summary>
    public int Leads { get; private set; }

    /// <summary>How many it adds, unless a commit of it is refused.</summary>
    public int Entries { get; private set; }

    public void Add(PendingCommit pending)
    {
        _pending.Add(pending);
        Leads += pending.Leads.Length;
        Entries += pending.Commit.Add.OrEmpty().Length;
        if (pending.Execution is not null) _executionCount++;
        _changeCount += pending.Changes.Length;
    }

    /// <summary>The call with all that was added; what <see cref="Read"/> reads is its answer.</summary>
    public NpgsqlBatchCommand ToCommand()
    {
        var commits = new PostgresCommitRows(_pending.Count);
        var guards = new PostgresGuards();
        var leads = new PostgresLeadRows(Leads);
        var entries = new PostgresEntryRows(Entries);
        var executions = new PostgresExecutionRows(_executionCount);
        var documents = new PostgresDocumentRows();
        var jobs = new PostgresJobRows();
        _changes = new PostgresChangeRows(_changeCount);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 1; place <= _pending.Count; place++)
        {
            var pending = _pending[place - 1];
            var commit = pending.Commit;
            commits.Add(commit);
            guards.Add(place, commit);
            AddLeads(place, pending, leads, entries, touched);
            entries.Add(place, commit);
            if (commit.Execution is { } execution) executions.Add(place, execution, pending.Execution!);
            for (var i = 0; i < pending.Documents.Length; i++) documents.Add(place, commit, commit.Documents[i].Document, pending.Documents[i]);
            if (commit.Job is { } job) jobs.Add(place, job);
            _changes.Add(place, pending);
        }
        var command = new NpgsqlBatchCommand(Sql);
        var parameters = command.Parameters;
        parameters.Add(new NpgsqlParameter<string> { TypedValue = organization, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new NpgsqlParameter<bool> { TypedValue = _pending.Count == 1, NpgsqlDbType = NpgsqlDbType.Boolean });
        commits.AddTo(parameters);
        guards.AddTo(parameters);
        leads.AddTo(parameters);
        entries.AddTo(parameters);
        executions.AddTo(parameters);
        documents.AddTo(parameters);
        jobs.AddTo(parameters);
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

    static void AddLeads(int place, PendingCommit pending, PostgresLeadRows leads, PostgresEntryRows entries, HashSet<string> touched)
    {
        var commit = pending.Commit;
        touched.Clear();
        string? last = null;
        foreach (var entry in commit.Add.OrEmpty())
        {
            // Nearly always all of them are the same lead's.
            if (entry.LeadId is { } leadId && leadId != last) touched.Add(last = leadId);
        }
        for (var i = 0; i < pending.Leads.Length; i++)
            leads.Add(place, commit.Leads[i], pending.Leads[i], ownEntries: touched.Remove(commit.Leads[i].Lead.Id));
        foreach (var leadId in touched) entries.Touch(place, leadId);
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
