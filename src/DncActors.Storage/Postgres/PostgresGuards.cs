using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>What must hold for the commits of a run to be written. Many demand the same of a document, which is then looked up once.</summary>
internal sealed class PostgresGuards
{
    readonly Dictionary<DocumentGuard, int> _known = [];
    readonly List<short> _kinds = [];
    readonly List<string> _ids = [];
    readonly List<long> _versions = [];
    readonly List<int> _demandCommits = [];
    readonly List<int> _demandGuards = [];
    readonly List<int> _kindCommits = [];
    readonly List<short> _kindKinds = [];
    readonly List<long> _kindSequences = [];
    readonly List<int> _emptyCommits = [];
    readonly List<string> _emptyWorkflows = [];
    readonly List<string?> _emptyStatuses = [];

    public void Add(int place, Commit commit)
    {
        foreach (var guard in commit.Guards.OrEmpty()) Demand(place, guard);
        foreach (var write in commit.Documents.OrEmpty()) Demand(place, new DocumentGuard(write.Document.Kind, write.Document.Id, write.ExpectedVersion));
        foreach (var guard in commit.KindGuards.OrEmpty())
        {
            _kindCommits.Add(place);
            _kindKinds.Add((short)guard.Kind);
            _kindSequences.Add(guard.Sequence);
        }
        foreach (var guard in commit.EmptyGuards.OrEmpty())
        {
            _emptyCommits.Add(place);
            _emptyWorkflows.Add(guard.WorkflowId);
            _emptyStatuses.Add(guard.StatusId);
        }
    }

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(PostgresColumn.Of(_kinds));
        parameters.Add(PostgresColumn.Of(_ids));
        parameters.Add(PostgresColumn.Of(_versions));
        parameters.Add(PostgresColumn.Of(_demandCommits));
        parameters.Add(PostgresColumn.Of(_demandGuards));
        parameters.Add(PostgresColumn.Of(_kindCommits));
        parameters.Add(PostgresColumn.Of(_kindKinds));
        parameters.Add(PostgresColumn.Of(_kindSequences));
        parameters.Add(PostgresColumn.Of(_emptyCommits));
        parameters.Add(PostgresColumn.Of(_emptyWorkflows));
        parameters.Add(PostgresColumn.OfNullable(_emptyStatuses));
    }

    void Demand(int place, DocumentGuard guard)
    {
        if (!_known.TryGetValue(guard, out var number))
        {
            _known[guard] = number = _known.Count + 1;
            _kinds.Add((short)guard.Kind);
            _ids.Add(guard.Id);
            _versions.Add(guard.Version);
        }
        _demandCommits.Add(place);
        _demandGuards.Add(number);
    }
}
