using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Storage.Reading;

namespace DncActors.Storage.Postgres;

/// <summary>What every contact point's entries amount to, read along the index in chunks of whole points, each a short transaction.</summary>
internal sealed class PostgresBlockSource(PostgresStorage storage) : IBlockSource
{
    const int ChunkPoints = 5_000;

    // The index holds all of it and is in this order: nothing is sorted, and a chunk ends with a whole point.
    internal const string Sql =
        """
        select organization, kind, value,
            coalesce(max(case when channels & 1 <> 0 then coalesce(expires_at, 9223372036854775807) end), 0),
            coalesce(max(case when channels & 2 <> 0 then coalesce(expires_at, 9223372036854775807) end), 0),
            coalesce(max(case when channels & 4 <> 0 then coalesce(expires_at, 9223372036854775807) end), 0)
        from entry
        where (value, kind, organization) > ($3, $2, $1) and revoked_at is null
        group by value, kind, organization
        order by value, kind, organization limit $4
        """;

    public IAsyncEnumerable<IReadOnlyList<(string Organization, PointBlock Block)>> ReadAllAsync(CancellationToken cancellation) =>
        ChunksAhead.ReadAsync(
            (Organization: "", Point: new ContactPoint(ContactPointKind.Phone, "")),
            ChunkPoints,
            place =>
            {
                var query = new PostgresQuery(Sql)
                    .With(place.Organization).With((short)place.Point.Kind).With(place.Point.Value).With((long)ChunkPoints);
                return storage.Searches.ReadAsync(
                    session => session.AllAsync(query, row => (Organization: row.Text(0), Block: Read(row))), cancellation);
            },
            row => (row.Organization, row.Block.Point));

    static PointBlock Read(PostgresRow row) => new(
        new ContactPoint((ContactPointKind)row.Short(1), row.Text(2)),
        new BlockedUntil(PostgresBlocks.Until(row.Long(3)), PostgresBlocks.Until(row.Long(4)), PostgresBlocks.Until(row.Long(5))));
}
