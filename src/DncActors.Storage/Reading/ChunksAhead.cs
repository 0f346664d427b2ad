namespace DncActors.Storage.Reading;

/// <summary>
/// Chunks of a long reading, each read while the one before it is worked on: whoever takes them in does not wait for the database, nor it for them.
/// </summary>
static class ChunksAhead
{
    /// <summary>All chunks in order; of those that are empty, none.</summary>
    /// <param name="first">Where the first begins.</param>
    /// <param name="size">The rows of every chunk but the last.</param>
    /// <param name="readAsync">Reads the rows behind a place.</param>
    /// <param name="placeOf">Where a row stands.</param>
    internal static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T, TPlace>(
        TPlace first, int size, Func<TPlace, Task<List<T>>> readAsync, Func<T, TPlace> placeOf)
    {
        Task<List<T>>? reading = readAsync(first);
        try
        {
            while (reading is not null)
            {
                var rows = await reading.ConfigureAwait(false);
                reading = rows.Count == size ? readAsync(placeOf(rows[^1])) : null;
                if (rows.Count > 0) yield return rows;
            }
        }
        finally
        {
            // Whoever went in the middle leaves nothing behind that still reads.
            if (reading is not null) await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
