using DncActors.Domain.Leases;

namespace DncActors.UnitTests.Leases;

/// <summary>The database of a simulated cluster: the log, with gaps, and the rows. Each call is one transaction.</summary>
sealed class SimDatabase(SimWorld world)
{
    readonly List<SimChange> _log = [];
    readonly SortedDictionary<long, LeaseRow> _rows = [];
    long _lastEpoch;

    public const long Epoch1970 = 1_000_000_000;

    public long Milliseconds => Epoch1970 + world.Now;

    public long Head => _log.Count == 0 ? 0 : _log[^1].Sequence;

    public IReadOnlyCollection<LeaseRow> Rows => [.. _rows.Values];

    public IEnumerable<SimChange> Log => _log;

    /// <summary>The batch of this id, made now or found.</summary>
    public (SimBatch Batch, bool Found) Commit(int id, int[] keys, long[] until, int gap)
    {
        var made = _log.Where(change => change.Commit == id).ToArray();
        if (made.Length > 0) return (new(0, made[^1].Sequence, made), true);
        var after = Head;
        var sequence = after + gap;
        for (var i = 0; i < keys.Length; i++) _log.Add(new(sequence + (i * gap), id, keys[i], until[i]));
        return (new(after, Head, [.. _log.Where(change => change.Commit == id)]), false);
    }

    public SimChange[] ReadAfter(long after, int limit) => [.. _log.Where(change => change.Sequence > after).Take(limit)];

    /// <summary>What the log comes to, key by key.</summary>
    public Dictionary<int, long> Image()
    {
        var image = new Dictionary<int, long>();
        foreach (var change in _log) image[change.Key] = change.Until;
        return image;
    }

    public long Take(string node)
    {
        _rows.Add(++_lastEpoch, new(node, _lastEpoch, 0, false));
        return _lastEpoch;
    }

    public bool Renew(string node, long epoch, long applied)
    {
        var found = _rows.TryGetValue(epoch, out var row);
        if (!found && world.Mutant == LeaseMutant.DeletedRowRenewed)
        {
            _rows.Add(epoch, new(node, epoch, applied, false));
            return true;
        }
        if (!found || (row!.Revoked && world.Mutant != LeaseMutant.RevokedIsIgnoredAtRenewal)) return false;
        _rows[epoch] = row with { Applied = applied };
        return true;
    }

    public bool Revoke(long epoch)
    {
        if (!_rows.TryGetValue(epoch, out var row)) return false;
        _rows[epoch] = row with { Revoked = true };
        return true;
    }

    public void RevokeAny(Random random)
    {
        if (_rows.Count > 0) Revoke(_rows.Keys.ElementAt(random.Next(_rows.Count)));
    }

    public void Delete(long epoch) => _rows.Remove(epoch);
}
