using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Postgres;

/// <summary>
/// Parts a group into runs: commits of one organization, in their order, of which none touches what another touches. Nearly always a group is one run an
/// organization. What a commit must see of an earlier one of its group it sees because it is in a later run.
/// </summary>
internal sealed class PostgresRuns
{
    readonly string _organization;
    readonly bool _apart;
    readonly HashSet<int> _taken = [];
    readonly List<PostgresRun> _runs = [];
    bool _closed = true;

    PostgresRuns(string organization, bool apart)
    {
        _organization = organization;
        _apart = apart;
    }

    /// <param name="apart">Whether commits that revoke are each a run of their own: one of them was found to touch a lead that it does not name.</param>
    public static List<PostgresRun> Of(IReadOnlyCollection<PendingCommit> commits, bool apart)
    {
        var runs = new List<PostgresRun>();
        if (commits.Count == 1)
        {
            // A chunk of an import, mostly: what its hundreds of entries touch meets nobody.
            var only = commits.First();
            runs.Add(new PostgresRun(only.Commit.Organization));
            runs[0].Add(only);
            return runs;
        }
        foreach (var own in commits.GroupBy(c => c.Commit.Organization, StringComparer.Ordinal))
        {
            var parts = new PostgresRuns(own.Key, apart);
            foreach (var pending in own) parts.Add(pending);
            runs.AddRange(parts._runs);
        }
        return runs;
    }

    void Add(PendingCommit pending)
    {
        var commit = pending.Commit;
        var alone = IsAlone(commit);
        if (_closed || alone || Array.Exists(pending.Touched, _taken.Contains))
        {
            _runs.Add(new PostgresRun(_organization));
            _taken.Clear();
        }
        _runs[^1].Add(pending);
        foreach (var key in pending.Touched) _taken.Add(key);
        _closed = alone;
    }

    /// <summary>Documents and who stands where are looked at by guards of many others; these commits are few.</summary>
    bool IsAlone(Commit commit) =>
        !commit.Documents.IsDefaultOrEmpty || !commit.EmptyGuards.IsDefaultOrEmpty || commit.Job is not null
        || (_apart && !commit.Revoke.IsDefaultOrEmpty);
}
