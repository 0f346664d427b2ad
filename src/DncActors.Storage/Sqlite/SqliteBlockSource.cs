using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Storage.Reading;

namespace DncActors.Storage.Sqlite;

/// <summary>What every contact point's entries amount to, read along the index in chunks of whole points.</summary>
internal sealed class SqliteBlockSource(SqliteStorage storage) : IBlockSource
{
    const int ChunkPoints = 5_000;

    // The index holds all of it and is in this order: no row is looked up, nothing is sorted, and a chunk ends with a whole point.
    internal const string Sql =
        """
        select organization, kind, value,
            max(case when channels & 1 then coalesce(expires_at, 0x7fffffffffffffff) end),
            max(case when channels & 2 then coalesce(expires_at, 0x7fffffffffffffff) end),
            max(case when channels & 4 then coalesce(expires_at, 0x7fffffffffffffff) end)
        from entry indexed by entry_point
        where (organization, kind, value) > (?1, ?2, ?3) and revoked_at is null
        group by organization, kind, value
        order by organization, kind, value limit ?4
        """;

    public IAsyncEnumerable<IReadOnlyList<(string Organization, PointBlock Block)>> ReadAllAsync(CancellationToken cancellation) =>
        ChunksAhead.ReadAsync(
            (Organization: "", Point: new ContactPoint(ContactPointKind.Phone, "")),
            ChunkPoints,
            place => storage.Searches.ReadAsync(
                session => session.Prepare(Sql)
                    .Bind(place.Organization).Bind((long)place.Point.Kind).Bind(place.Point.Value).Bind(ChunkPoints)
                    .All(row => (Organization: row.Text(0), Block: Read(row))),
                cancellation),
            row => (row.Organization, row.Block.Point));

    static PointBlock Read(SqliteStatement row) => new(
        new ContactPoint((ContactPointKind)row.Long(1), row.Text(2)),
        new BlockedUntil(Until(row, 3), Until(row, 4), Until(row, 5)));

    static long Until(SqliteStatement row, int column) => row.LongOrNull(column) switch
    {
        null => 0,
        long.MaxValue => BlockedUntil.Forever,
        { } ticks => new DateTimeOffset(ticks, TimeSpan.Zero).ToUnixTimeMilliseconds(),
    };
}
