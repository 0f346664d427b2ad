using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DncActors.Domain.Ledger;
using DncActors.Storage.Paging;

namespace DncActors.Storage.Postgres;

/// <summary>Published documents, read whole for the caches or version by version.</summary>
internal sealed class PostgresDocumentStore(PostgresStorage storage) : IDocumentStore
{
    const int ChunkRows = 200;

    internal const string AllSql =
        """
        select document.organization, document.kind, document.id, document.sequence, document_version.body
        from document join document_version using (organization, kind, id, version)
        where (document.organization, document.kind, document.id) > ($1, $2, $3)
        order by document.organization, document.kind, document.id limit $4
        """;

    internal const string VersionSql = "select body from document_version where organization = $1 and kind = $2 and id = $3 and version = $4";

    internal const string VersionsSql =
        """
        select body, at, by, sequence from document_version
        where organization = $1 and kind = $2 and id = $3 and version < $4 order by version desc limit $5
        """;

    public async IAsyncEnumerable<(string Organization, Document Document, long Sequence)> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        (string Organization, short Kind, string Id)? after = ("", -1, "");
        while (after is { } place)
        {
            var query = new PostgresQuery(AllSql).With(place.Organization).With(place.Kind).With(place.Id).With((long)ChunkRows);
            var rows = await storage.Loads.ReadAsync(
                session => session.AllAsync(query, row => (
                    Key: (row.Text(0), row.Short(1), row.Text(2)),
                    Sequence: row.Long(3),
                    Document: PostgresDocumentRows.Read(row, 4))),
                cancellation).ConfigureAwait(false);
            foreach (var row in rows) yield return (row.Key.Item1, row.Document, row.Sequence);
            after = rows.Count == ChunkRows ? rows[^1].Key : null;
        }
    }

    public Task<Document?> ReadVersionAsync(
        string organization, DocumentKind kind, string id, long version, CancellationToken cancellation)
    {
        var query = new PostgresQuery(VersionSql).With(organization).With((short)kind).With(id).With(version);
        return storage.Loads.ReadAsync(session => session.FirstAsync(query, row => PostgresDocumentRows.Read(row, 0)), cancellation);
    }

    public Task<ImmutableArray<DocumentVersion>> ReadVersionsAsync(
        string organization, DocumentKind kind, string id, long? belowVersion, int limit, CancellationToken cancellation)
    {
        var query = new PostgresQuery(VersionsSql)
            .With(organization).With((short)kind).With(id).With(belowVersion ?? long.MaxValue).With((long)Pages.Limit(limit));
        return storage.Searches.ReadAsync(
            async session => (await session
                .AllAsync(query, row => new DocumentVersion(PostgresDocumentRows.Read(row, 0), row.Time(1), row.Text(2), row.Long(3)))
                .ConfigureAwait(false)).ToImmutableArray(),
            cancellation);
    }
}
