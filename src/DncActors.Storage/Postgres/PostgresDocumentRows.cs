using DncActors.Domain.Ledger;
using DncActors.Storage.Json;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>Published documents on their way to the writer, and how any version of them is read.</summary>
internal sealed class PostgresDocumentRows
{
    readonly List<int> _commits = [];
    readonly List<short> _kinds = [];
    readonly List<string> _ids = [];
    readonly List<long> _versions = [];
    readonly List<int> _places = [];
    readonly List<byte[]> _bodies = [];

    public void Add(int place, Commit commit, Document document, byte[] body)
    {
        _commits.Add(place);
        _kinds.Add((short)document.Kind);
        _ids.Add(document.Id);
        _versions.Add(document.Version);
        _places.Add(1 + PlaceOf(commit, document));
        _bodies.Add(body);
    }

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(PostgresColumn.Of(_commits));
        parameters.Add(PostgresColumn.Of(_kinds));
        parameters.Add(PostgresColumn.Of(_ids));
        parameters.Add(PostgresColumn.Of(_versions));
        parameters.Add(PostgresColumn.Of(_places));
        parameters.Add(PostgresColumn.Of(_bodies));
    }

    public static Document Read(PostgresRow row, int column) => StoredText.Read(row.Bytes(column), StoredJson.Default.StoredDocument).ToDocument();

    /// <summary>A document's sequence is that of the change which tells of it: what caches know it by, and what guards of its kind are made from.</summary>
    static int PlaceOf(Commit commit, Document document)
    {
        for (var i = 0; i < commit.Changes.Length; i++)
        {
            if (commit.Changes[i].Document is { } told && told.Kind == document.Kind && told.Id == document.Id) return i;
        }
        return commit.Changes.Length - 1;
    }
}
