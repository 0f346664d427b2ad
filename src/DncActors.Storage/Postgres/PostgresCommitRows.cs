using DncActors.Domain.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>What every commit is remembered by.</summary>
internal sealed class PostgresCommitRows(int count)
{
    public const string FindSql =
        """
        select a.n, r.fingerprint, r.sequence, r.reply
        from unnest($1::text[], $2::uuid[]) with ordinality a(organization, id, n)
        join commit_record r on r.organization = a.organization and r.id = a.id
        """;

    readonly List<Guid> _ids = new(count);
    readonly List<Guid> _fingerprints = new(count);
    readonly List<string> _actors = new(count);
    readonly List<long> _times = new(count);
    readonly List<string?> _replies = new(count);
    readonly List<int> _changes = new(count);

    public void Add(Commit commit)
    {
        _ids.Add(commit.Id);
        _fingerprints.Add(commit.Fingerprint);
        _actors.Add(commit.Actor);
        _times.Add(commit.At.UtcTicks);
        _replies.Add(commit.Reply);
        _changes.Add(commit.Changes.Length);
    }

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(PostgresColumn.Of(_ids));
        parameters.Add(PostgresColumn.Of(_fingerprints));
        parameters.Add(PostgresColumn.Of(_actors));
        parameters.Add(PostgresColumn.Of(_times));
        parameters.Add(PostgresColumn.OfNullable(_replies));
        parameters.Add(PostgresColumn.Of(_changes));
    }

    /// <summary>The commits of these ids, each in its place; null where there is none.</summary>
    public static async Task<IReadOnlyList<FoundCommit?>> FindAsync(PostgresSession session, IReadOnlyList<(string Organization, Guid Id)> asks)
    {
        var found = new FoundCommit?[asks.Count];
        var query = new PostgresQuery(FindSql).With([.. asks.Select(a => a.Organization)]).With([.. asks.Select(a => a.Id)]);
        foreach (var (place, fingerprint, sequence, reply) in await session
            .AllAsync(query, row => ((int)row.Long(0) - 1, row.Id(1), row.Long(2), row.TextOrNull(3))).ConfigureAwait(false))
        {
            found[place] = new FoundCommit(asks[place].Id, fingerprint, sequence, reply);
        }
        return found;
    }
}
