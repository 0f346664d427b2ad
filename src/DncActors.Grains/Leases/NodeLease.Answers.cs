namespace DncActors.Grains.Leases;

/// <summary>What becomes of the steps.</summary>
sealed partial class NodeLease
{
    /// <summary>The row is there.</summary>
    public void Took(LeaseStep step, Moment now, long epoch)
    {
        if (step != _taking || _stopped)
        {
            // The answer came when nobody waited for it any more: the row is this process's, and nothing will ever be answered under it.
            if (step == _taking) _taking = null;
            GiveBack(epoch);
            return;
        }
        _taking = null;
        _lastEpoch = epoch;
        _readAt = now.Steady;
        _snapshot = _snapshot with { Epoch = epoch, CountsFrom = _askedIsVoid ? null : rules.CountsFrom(step.At, now) };
    }

    public void HeadIs(LeaseStep step, long head)
    {
        if (step == _reading) _reading = null;
        if (!rules.BelongsTo(step.Epoch, Epoch)) return;
        if (head < step.Applied) LoseLog();
        else _head = Math.Max(_head ?? 0, head);
    }

    /// <summary>The row was there, and not revoked.</summary>
    public void Renewed(LeaseStep step, Moment now, long databaseMilliseconds)
    {
        if (step != _renewing) return;
        _renewing = null;
        _snapshot = _snapshot with
        {
            CountsFrom = _askedIsVoid ? _snapshot.CountsFrom : rules.CountsFrom(step.At, now),
            DatabaseMilliseconds = databaseMilliseconds,
        };
    }

    /// <summary>The row is gone or revoked: this epoch is over, for ever.</summary>
    public void Refused(LeaseStep step)
    {
        if (step.Epoch == Epoch && Epoch != 0) Lose();
    }

    public void Deleted(LeaseStep step)
    {
        if (step == _deleting) _deleting = null;
        _toDelete.Remove(step.Epoch);
    }

    /// <summary>Nobody knows whether it was done; it is asked for again in a while.</summary>
    public void Failed(LeaseStep step, Moment now)
    {
        if (step == _taking)
        {
            _taking = null;
            _takeAt = now.Steady + rules.RenewEvery;
        }
        else if (step == _deleting)
        {
            _deleting = null;
            _deleteAt = now.Steady + rules.RenewEvery;
        }
        else if (step == _reading)
        {
            _reading = null;
        }
        else if (step == _renewing)
        {
            _renewing = null;
            _renewalIsDue = true;
        }
    }

    /// <summary>The store is another one than what was loaded, or was put back.</summary>
    public void LoseLog()
    {
        _logIsLost = true;
        Stop();
    }
}
