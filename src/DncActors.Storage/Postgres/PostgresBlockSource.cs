using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Storage.Registry;

namespace DncActors.Storage.Postgres;

/// <summary>What every contact point's entries amount to: the entries as one stream along the index, added up here while the server goes on reading.</summary>
internal sealed class PostgresBlockSource(PostgresStorage storage) : IBlockSource
{
    const int ChunkPoints = 5_000;

    /// <summary>Chunks that are read while one is taken in: more would be memory for nothing.</summary>
    const int ChunksAhead = 2;

    const int Columns = 5;

    // The index holds all of it and is in this order: nothing is sorted, and a point's entries come together. Adding them up took the server twice as long as
    // sending them.
    internal const string Sql =
        "select organization, kind, value, channels, expires_at from entry where revoked_at is null order by value, kind, organization";

    public async IAsyncEnumerable<IReadOnlyList<(string Organization, PointBlock Block)>> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var chunks = Channel.CreateBounded<IReadOnlyList<(string, PointBlock)>>(ChunksAhead);
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

    /// <summary>Never throws: what went wrong, the chunks' reader is told.</summary>
    async Task ReadAsync(ChannelWriter<IReadOnlyList<(string, PointBlock)>> chunks, CancellationToken cancellation)
    {
        Exception? fault = null;
        try
        {
            await storage.Searches.ReadAsync(
                async session =>
                {
                    await session.ExportAsync(Sql, Columns, rows => AddUpAsync(rows, chunks, cancellation)).ConfigureAwait(false);
                    return true;
                },
                cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown where the chunks are read.
        catch (Exception why)
#pragma warning restore CA1031
        {
            fault = why;
        }
        chunks.TryComplete(fault);
    }

    static async Task AddUpAsync(
        PostgresCopyRows rows, ChannelWriter<IReadOnlyList<(string, PointBlock)>> chunks, CancellationToken cancellation)
    {
        var sums = new PointSums();
        while (await rows.NextAsync(cancellation).ConfigureAwait(false))
        {
            var until = rows.IsNull(4) ? BlockedUntil.Forever : PostgresBlocks.Until(rows.Long(4));
            sums.Add(rows.Bytes(0), (ContactPointKind)rows.Short(1), rows.Bytes(2), (Channels)rows.Short(3), until);
            if (sums.Complete == ChunkPoints) await chunks.WriteAsync(sums.Take(), cancellation).ConfigureAwait(false);
        }
        sums.End();
        if (sums.Complete > 0) await chunks.WriteAsync(sums.Take(), cancellation).ConfigureAwait(false);
    }
}
