using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Storage.Registry;

namespace DncActors.Storage.Postgres;

/// <summary>
/// What every contact point's entries amount to: the entries along their index, in ranges of whole points, each a short transaction, added up here while the
/// server goes on reading.
/// </summary>
/// <param name="rangeEntries">About how many entries a range has: no transaction is old, and its beginning costs nothing.</param>
internal sealed class PostgresBlockSource(PostgresStorage storage, int rangeEntries = PostgresBlockSource.RangeEntries) : IBlockSource
{
    /// <summary>A tenth of a second.</summary>
    internal const int RangeEntries = 50_000;

    const int ChunkPoints = 5_000;

    /// <summary>Chunks that are read while one is taken in: more would be memory for nothing.</summary>
    const int MostAhead = 2;

    const int Columns = 5;

    public async IAsyncEnumerable<IReadOnlyList<(string Organization, PointBlock Block)>> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var chunks = Channel.CreateBounded<IReadOnlyList<(string, PointBlock)>>(MostAhead);
        var reading = ReadAsync(chunks.Writer, left.Token);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellation).ConfigureAwait(false)) yield return chunk;
        }
        finally
        {
            // Whoever went in the middle leaves nothing behind that still reads.
            await left.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The entries behind a point. The index holds all of it and is in this order: nothing is sorted, and with its ties a range ends with a whole point. Adding
    /// them up took the server twice as long as sending them. A copy takes no parameters: the texts come as digits, which nothing can break out of.
    /// </summary>
    internal static string Sql(string organization, in ContactPoint point, int entries) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        select organization, kind, value, channels, expires_at from entry
        where (value, kind, organization) > ({Text(point.Value)}, {(short)point.Kind}, {Text(organization)}) and revoked_at is null
        order by value, kind, organization fetch first {entries} rows with ties
        """);

    static string Text(string text) => $"convert_from(decode('{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}', 'hex'), 'UTF8')";

    /// <summary>Never throws: what went wrong, the chunks' reader is told.</summary>
    async Task ReadAsync(ChannelWriter<IReadOnlyList<(string, PointBlock)>> chunks, CancellationToken cancellation)
    {
        Exception? fault = null;
        try
        {
            var sums = new PointSums();
            var (organization, point) = ("", new ContactPoint(ContactPointKind.Phone, ""));
            while (await ReadRangeAsync(Sql(organization, point, rangeEntries), sums, chunks, cancellation).ConfigureAwait(false) >= rangeEntries)
                (organization, point) = sums.Last;
            if (sums.Complete > 0) await chunks.WriteAsync(sums.Take(), cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown where the chunks are read.
        catch (Exception why)
#pragma warning restore CA1031
        {
            fault = why;
        }
        chunks.TryComplete(fault);
    }

    Task<int> ReadRangeAsync(string sql, PointSums sums, ChannelWriter<IReadOnlyList<(string, PointBlock)>> chunks, CancellationToken cancellation) =>
        storage.Exports.ReadAsync(session => session.ExportAsync(sql, Columns, rows => AddUpAsync(rows, sums, chunks, cancellation)), cancellation);

    /// <summary>How many entries the range had.</summary>
    static async Task<int> AddUpAsync(
        PostgresCopyRows rows, PointSums sums, ChannelWriter<IReadOnlyList<(string, PointBlock)>> chunks, CancellationToken cancellation)
    {
        var count = 0;
        while (await rows.NextAsync(cancellation).ConfigureAwait(false))
        {
            count++;
            var until = rows.IsNull(4) ? BlockedUntil.Forever : PostgresBlocks.Until(rows.Long(4));
            sums.Add(rows.Bytes(0), (ContactPointKind)rows.Short(1), rows.Bytes(2), (Channels)rows.Short(3), until);
            if (sums.Complete == ChunkPoints) await chunks.WriteAsync(sums.Take(), cancellation).ConfigureAwait(false);
        }
        sums.End();
        return count;
    }
}
