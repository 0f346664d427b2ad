using DncActors.Domain.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>Reads of one kind: at most so many at a time, each on a connection of the pool, and at most so many that wait for one.</summary>
/// <param name="prepares">Whether its statements stay prepared on the connections: they are few and come again and again.</param>
/// <param name="plans">Given where the connections keep the plans of those as well.</param>
internal sealed class PostgresReads(NpgsqlDataSource source, bool prepares, PostgresPlans? plans, int connections, int capacity, int seconds) : IDisposable
{
    readonly SemaphoreSlim _free = new(connections);
    int _waiting;

    /// <exception cref="LedgerUnavailableException">Too many reads wait, or the database could not be read.</exception>
    public async Task<T> ReadAsync<T>(Func<PostgresSession, Task<T>> read, CancellationToken cancellation)
    {
        await EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            return await read(new PostgresSession(connection, prepares, plans, seconds, cancellation)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (fault is not LedgerUnavailableException)
        {
            throw new LedgerUnavailableException("The store could not be read.", fault);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    async Task EnterAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > capacity + connections)
        {
            Interlocked.Decrement(ref _waiting);
            throw new LedgerUnavailableException($"{capacity} reads wait already; try again later.");
        }
        try
        {
            await _free.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
