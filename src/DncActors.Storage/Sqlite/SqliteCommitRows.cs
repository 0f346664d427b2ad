using DncActors.Domain.Ledger;

namespace DncActors.Storage.Sqlite;

/// <summary>What every commit is remembered by.</summary>
internal sealed class SqliteCommitRows(SqliteSession session)
{
    const string FindSql = "select fingerprint, sequence, reply from commit_record where organization = ?1 and id = ?2";

    readonly SqliteStatement _find = session.Prepare(FindSql);
    readonly SqliteStatement _insert = session.Prepare(
        "insert into commit_record (organization, id, fingerprint, sequence, reply) values (?1, ?2, ?3, ?4, ?5)");

    public FoundCommit? Find(string organization, Guid id) => Find(_find, organization, id);

    public void Insert(Commit commit, long sequence) =>
        _insert.Bind(commit.Organization).Bind(commit.Id).Bind(commit.Fingerprint).Bind(sequence).Bind(commit.Reply).Run();

    public static FoundCommit? Find(SqliteSession session, string organization, Guid id) => Find(session.Prepare(FindSql), organization, id);

    static FoundCommit? Find(SqliteStatement find, string organization, Guid id) =>
        find.Bind(organization).Bind(id).First(row => new FoundCommit(id, row.Id(0), row.Long(1), row.TextOrNull(2)));
}
