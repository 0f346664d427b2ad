using System.Collections.Concurrent;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>
/// Since when each connection keeps the plans of what is asked again and again. Making them took the server half of a short read's time. One that was made
/// when a table was nearly empty may go by any of its indexes, so that none is kept for longer than a moment.
/// </summary>
internal sealed class PostgresPlans(TimeProvider time)
{
    /// <summary>Connections come and go.</summary>
    const int MostConnections = 256;

    static readonly TimeSpan _kept = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<int, long> _since = new();

    /// <summary>Whether those of the connection are to be made anew; then they are new from now on.</summary>
    public bool AreOld(NpgsqlConnection connection)
    {
        var now = time.GetTimestamp();
        if (_since.TryGetValue(connection.ProcessID, out var since) && time.GetElapsedTime(since, now) < _kept) return false;
        if (_since.Count >= MostConnections) _since.Clear();
        _since[connection.ProcessID] = now;
        return true;
    }
}
