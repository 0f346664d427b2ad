using DncActors.Contracts.Nodes;
using DncActors.Grains.Following;

namespace DncActors.Grains.Leases;

/// <summary>
/// This process's lease: load, take a row, only then read the head, apply the log up to it, answer; renew; when the row is gone or revoked stop at once,
/// delete it, take another. It does nothing itself: <see cref="Next"/> says what to do, the answers are brought back. One caller at a time, but for
/// <see cref="Test"/>.
/// </summary>
sealed partial class NodeLease(LeaseRules rules)
{
    readonly List<long> _toDelete = [];
    volatile LeaseSnapshot _snapshot = LeaseSnapshot.None;
    volatile bool _logIsLost;
    LeaseStep? _taking;
    LeaseStep? _reading;
    LeaseStep? _renewing;
    LeaseStep? _deleting;
    long _number;
    long _lastEpoch;
    long? _head;
    long _queued;
    bool _loaded;
    bool _stopped;
    bool _askedIsVoid;
    bool _renewalIsDue;
    TimeSpan _takeAt;
    TimeSpan _readAt;
    TimeSpan _deleteAt;

    public long Epoch => _snapshot.Epoch;

    /// <summary>Whether the log was applied up to where this epoch must have it; it may answer if the lease holds, too.</summary>
    public bool Ready => _snapshot.MayAnswer;

    /// <summary>The log is another, or shorter than what was applied of it: nothing that this process remembers can be relied on, only a new start.</summary>
    public bool LogIsLost => _logIsLost;

    /// <summary>Given back: nothing is answered any more, and no row of this process is known to be left.</summary>
    public bool IsGivenBack => _stopped && _toDelete.Count == 0 && _taking is null;

    /// <summary>
    /// Called by checks, on any thread, after their request arrived and before they look anything up. If it holds, then nothing that was acknowledged before
    /// this moment is missing in the image: what is applied under an epoch was applied before this reference was written or before a writer was told so, and
    /// nothing is ever taken out of an image. So it is no matter what happens to the lease between this and the looking up.
    /// </summary>
    public LeaseTest Test(Moment now)
    {
        var lease = _snapshot;
        return new(rules.Holds(lease, now), GrainsMutant.ExpiresByOwnClock ? (long)now.Wall.TotalMilliseconds : lease.DatabaseMilliseconds);
    }

    /// <summary>For how long this node may still answer; for people.</summary>
    public TimeSpan Left(Moment now) => rules.Left(_snapshot, now);

    /// <summary>An image is there; what it is as of belongs to no epoch.</summary>
    public void Loaded() => _loaded = true;

    /// <summary>Nothing is answered from here on; the row is given back.</summary>
    public void Stop()
    {
        _stopped = true;
        if (Epoch != 0) Lose();
    }

    /// <summary>What to do next, if anything; to be asked until it is nothing: whenever an answer came, the follower moved, and every few moments.</summary>
    public LeaseStep? Next(Moment now, long applied)
    {
        NoticeClocks(now);
        if (NextDeletion(now, applied) is { } deletion) return deletion;
        if (!_loaded || _stopped) return null;
        if (Epoch == 0) return NextTaking(now, applied);
        // Without any time of the database's nothing is known to have expired, and no answer could say what it is as of.
        if (!Ready && _snapshot.DatabaseMilliseconds > 0 && rules.MayBegin(_head, _queued, applied)) _snapshot = _snapshot with { MayAnswer = true };
        return NextRenewal(now, applied) ?? NextReading(now, applied);
    }

    /// <summary>
    /// Answers a push that ends with <paramref name="upTo"/>, after the follower was handed it: how far the sender may take this epoch to be.
    /// </summary>
    public PushAnswer Answer(long epoch, long upTo, long applied)
    {
        if (epoch == Epoch && epoch != 0)
        {
            if (Ready || applied >= upTo) return new(false, applied);
            _queued = rules.Queue(_queued, upTo);
            return new(false, upTo);
        }
        // Its head will be read behind the answer to the taking, so behind this push.
        if (rules.MayYetBeMine(epoch, _lastEpoch, _taking is not null)) return new(false, upTo);
        GiveBack(epoch);
        return new(true, applied);
    }

    void NoticeClocks(Moment now)
    {
        if (_snapshot.CountsFrom is { } from && !rules.ClocksAgree(from, now)) _snapshot = _snapshot with { CountsFrom = null };
        else if ((_renewing ?? _taking) is not { } asked || rules.ClocksAgree(asked.At, now)) return;
        _askedIsVoid = true;
    }

    LeaseStep? NextDeletion(Moment now, long applied)
    {
        if (_deleting is not null || _toDelete.Count == 0 || now.Steady < _deleteAt) return null;
        return _deleting = Step(LeaseStepKind.Delete, _toDelete[0], now, applied);
    }

    LeaseStep? NextTaking(Moment now, long applied)
    {
        if (_taking is not null || now.Steady < _takeAt) return null;
        _askedIsVoid = false;
        return _taking = Step(LeaseStepKind.Take, 0, now, applied);
    }

    LeaseStep? NextRenewal(Moment now, long applied)
    {
        var caughtUp = _reading is null && applied >= _head;
        if (!_renewalIsDue || _renewing is not null || (!caughtUp && now.Steady < _readAt)) return null;
        _renewalIsDue = false;
        _askedIsVoid = false;
        return _renewing = Step(LeaseStepKind.Renew, Epoch, now, applied);
    }

    LeaseStep? NextReading(Moment now, long applied)
    {
        if (_reading is not null || now.Steady < _readAt) return null;
        _readAt = now.Steady + rules.RenewEvery;
        _renewalIsDue = true;
        return _reading = Step(LeaseStepKind.ReadHead, Epoch, now, applied);
    }

    LeaseStep Step(LeaseStepKind kind, long epoch, Moment now, long applied) => new(kind, ++_number, epoch, now, applied);

    /// <summary>The order matters: no check finds the lease any more, and then the row is given back.</summary>
    void Lose()
    {
        var epoch = Epoch;
        _snapshot = LeaseSnapshot.None with { DatabaseMilliseconds = _snapshot.DatabaseMilliseconds };
        _reading = null;
        _renewing = null;
        _renewalIsDue = false;
        _head = null;
        _queued = 0;
        GiveBack(epoch);
    }

    void GiveBack(long epoch)
    {
        if (!_toDelete.Contains(epoch)) _toDelete.Add(epoch);
    }
}
