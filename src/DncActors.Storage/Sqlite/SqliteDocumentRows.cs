using DncActors.Domain.Ledger;
using DncActors.Storage.Json;

namespace DncActors.Storage.Sqlite;

/// <summary>Published documents as the writer sees them, and how any version of them is read.</summary>
internal sealed class SqliteDocumentRows(SqliteSession session)
{
    readonly SqliteStatement _version = session.Prepare("select version from document where organization = ?1 and kind = ?2 and id = ?3");
    readonly SqliteStatement _changed = session.Prepare("select 1 from document where organization = ?1 and kind = ?2 and sequence > ?3 limit 1");
    readonly SqliteStatement _current = session.Prepare(
        """
        insert into document (organization, kind, id, version, sequence) values (?1, ?2, ?3, ?4, ?5)
        on conflict (organization, kind, id) do update set version = excluded.version, sequence = excluded.sequence
        """);
    readonly SqliteStatement _insert = session.Prepare(
        "insert into document_version (organization, kind, id, version, at, by, sequence, body) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

    /// <summary>The current version, 0 where there is none.</summary>
    public long VersionOf(string organization, DocumentKind kind, string id)
    {
        _version.Bind(organization).Bind((long)kind).Bind(id);
        var version = _version.Step() ? _version.Long(0) : 0;
        _version.Reset();
        return version;
    }

    public bool AnyChangedAfter(string organization, KindGuard guard) => _changed.Bind(organization).Bind((long)guard.Kind).Bind(guard.Sequence).Any();

    public void Publish(Commit commit, Document document, byte[] body, long sequence)
    {
        _current.Bind(commit.Organization).Bind((long)document.Kind).Bind(document.Id).Bind(document.Version).Bind(sequence).Run();
        _insert.Bind(commit.Organization).Bind((long)document.Kind).Bind(document.Id).Bind(document.Version)
            .Bind(commit.At).Bind(commit.Actor).Bind(sequence).BindText(body)
            .Run();
    }

    public static Document Read(SqliteStatement row, int column) => StoredText.Read(row.Bytes(column), StoredJson.Default.StoredDocument).ToDocument();
}
