using System.Collections.Concurrent;
using System.Collections.Immutable;
using DncActors.Domain.Leases;
using DncActors.Domain.Ledger;

namespace DncActors.UnitTests.Leases;

/// <summary>Rows in memory, and a database that can be out of reach.</summary>
sealed class MemoryLeases(TimeProvider time) : ILeaseStore
{
    readonly ConcurrentDictionary<long, LeaseRow> _rows = new();
    long _lastEpoch;

    public volatile bool IsOutOfReach;

    public ImmutableArray<LeaseRow> Rows => [.. _rows.Values.OrderBy(row => row.Epoch)];

    public Task<long> TakeAsync(string node, string address, long applied, CancellationToken cancellation)
    {
        Reach();
        var epoch = Interlocked.Increment(ref _lastEpoch);
        _rows[epoch] = new(node, epoch, applied, false, address);
        return Task.FromResult(epoch);
    }

    public Task<long?> RenewAsync(string node, long epoch, long applied, CancellationToken cancellation)
    {
        Reach();
        if (!_rows.TryGetValue(epoch, out var row) || row.Revoked) return Task.FromResult<long?>(null);
        _rows[epoch] = row with { Applied = applied };
        return Task.FromResult<long?>(time.GetUtcNow().ToUnixTimeMilliseconds());
    }

    public Task<ImmutableArray<LeaseRow>> ReadRowsAsync(CancellationToken cancellation)
    {
        Reach();
        return Task.FromResult(Rows);
    }

    public Task<bool> RevokeAsync(string node, long epoch, CancellationToken cancellation)
    {
        Reach();
        if (!_rows.TryGetValue(epoch, out var row)) return Task.FromResult(false);
        _rows[epoch] = row with { Revoked = true };
        return Task.FromResult(true);
    }

    public Task DeleteAsync(string node, long epoch, CancellationToken cancellation)
    {
        Reach();
        _rows.TryRemove(epoch, out _);
        return Task.CompletedTask;
    }

    void Reach()
    {
        if (IsOutOfReach) throw new LedgerUnavailableException("The database is out of reach.");
    }
}
