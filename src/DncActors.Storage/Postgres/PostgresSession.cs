using DncActors.Domain.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>A connection for one read at a time.</summary>
/// <param name="prepares">Whether its statements stay prepared on the connection.</param>
/// <param name="plans">Given where the connection keeps their plans as well.</param>
internal sealed class PostgresSession(
    NpgsqlConnection connection, bool prepares, PostgresPlans? plans, int seconds, CancellationToken cancellation)
{
    const string Begin = "begin isolation level repeatable read, read only";

    const string Commit = "commit";

    const string DiscardPlans = "discard plans";

    /// <summary>Every row, read by <paramref name="read"/>.</summary>
    public async Task<List<T>> AllAsync<T>(PostgresQuery query, Func<PostgresRow, T> read)
    {
        await using var batch = await BatchAsync(query.ToCommand()).ConfigureAwait(false);
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await RowsAsync(reader, read).ConfigureAwait(false);
    }

    /// <summary>The first row, or null.</summary>
    public async Task<T?> FirstAsync<T>(PostgresQuery query, Func<PostgresRow, T> read)
        where T : class => await AllAsync(query, read).ConfigureAwait(false) is [var first, ..] ? first : null;

    /// <summary>Runs a statement whose rows nobody wants, and returns how many it wrote.</summary>
    public async Task<int> RunAsync(PostgresQuery statement)
    {
        await using var batch = await BatchAsync(statement.ToCommand()).ConfigureAwait(false);
        return await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>What a statement returns that commits, if the server committed it as it was told to and did not give up waiting for its standby.</summary>
    public async Task<List<T>> CommittedAsync<T>(PostgresQuery statement, Func<PostgresRow, T> read)
    {
        var gaveUp = false;
        void Hear(object sender, NpgsqlNoticeEventArgs said) => gaveUp |= said.Notice.SqlState == PostgresKept.Warning;
        connection.Notice += Hear;
        try
        {
            var rows = await AllAsync(statement, read).ConfigureAwait(false);
            return gaveUp ? throw new LedgerUnavailableException("The database did not wait for its standby.") : rows;
        }
        finally
        {
            connection.Notice -= Hear;
        }
    }

    /// <summary>The rows of a query without parameters as one stream, in a transaction of its own: the limit is for each piece of it.</summary>
    public async Task<T> ExportAsync<T>(string query, int columns, Func<PostgresCopyRows, Task<T>> read)
    {
        var stream = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            stream.ReadTimeout = seconds * 1_000;
            return await read(new PostgresCopyRows(stream, columns)).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Two queries in one round trip, which the server takes as one transaction: where the connection's are repeatable reads, they see one state of the
    /// database. Each finds what is named exactly, by the same index whatever is named.
    /// </summary>
    public async Task<(List<T1> First, List<T2> Second)> TogetherAsync<T1, T2>(
        (PostgresQuery Query, Func<PostgresRow, T1> Read) first, (PostgresQuery Query, Func<PostgresRow, T2> Read) second)
    {
        await using var batch = await BatchAsync(first.Query.ToCommand(), second.Query.ToCommand()).ConfigureAwait(false);
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var one = await RowsAsync(reader, first.Read).ConfigureAwait(false);
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        return (one, await RowsAsync(reader, second.Read).ConfigureAwait(false));
    }

    /// <summary>Several reads that see one state of the database, where one depends on another.</summary>
    public async Task<T> SnapshotAsync<T>(Func<Task<T>> read)
    {
        await RunAsync(new PostgresQuery(Begin)).ConfigureAwait(false);
        var value = await read().ConfigureAwait(false);
        await RunAsync(new PostgresQuery(Commit)).ConfigureAwait(false);
        return value;
    }

    async Task<NpgsqlBatch> BatchAsync(params NpgsqlBatchCommand[] commands)
    {
        var batch = new NpgsqlBatch(connection) { Timeout = seconds };
        if (plans?.AreOld(connection) == true) batch.BatchCommands.Add(new NpgsqlBatchCommand(DiscardPlans));
        foreach (var command in commands) batch.BatchCommands.Add(command);
        // A round trip for the first time on a connection, nothing from then on.
        if (prepares) await batch.PrepareAsync(cancellation).ConfigureAwait(false);
        return batch;
    }

    async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<PostgresRow, T> read)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(read(new PostgresRow(reader)));
        return rows;
    }
}
