using DncActors.Contracts.Nodes;
using DncActors.Domain.Leases;

namespace DncActors.Grains.Leases;

/// <summary>
/// When every node that may answer "allowed" is past a sequence. One for all that a process waits for: the log has one order, so that a row past the last of
/// them is past all. It does nothing itself: <see cref="Next"/> says what to do, the answers are brought back. One caller at a time.
/// </summary>
/// <remarks>
/// A row that is made behind a reading of the rows needs no waiting for what was committed before that reading: its node reads the head behind it. Nor does
/// a row that is gone: it was given back by a node that answers no more under it, or somebody has waited it out.
/// </remarks>
sealed class Acknowledgement(LeaseRules rules)
{
    readonly Dictionary<long, AwaitedRow> _rows = [];
    readonly HashSet<long> _over = [];
    readonly Queue<AwaitedRow> _toDelete = new();
    AcknowledgementStep? _reading;
    long _number;
    long _wanted;
    long _covered;
    TimeSpan _readAt;
    TimeSpan _last;
    TimeSpan _awake;

    /// <summary>Every node is past this.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Who is waited for now.</summary>
    public AwaitedPeers Awaited
    {
        get
        {
            var behind = _rows.Values.Where(row => row.Mark > row.Passed).ToArray();
            return new(behind.Length, behind.Length == 0 ? TimeSpan.Zero : _awake - behind.Min(row => row.MarkedAt));
        }
    }

    /// <summary>Somebody waits for this sequence, which is committed.</summary>
    public void Want(long sequence) => _wanted = Math.Max(_wanted, sequence);

    /// <summary>A batch was committed here: it is pushed to whom is known, while the rows are read.</summary>
    public IReadOnlyList<AcknowledgementStep> Publish(long after, long upTo, TimeSpan now)
    {
        Want(upTo);
        foreach (var row in _rows.Values) row.AskAt = now + rules.RenewEvery;
        return [.. _rows.Values.Select(row => Step(AcknowledgementStepKind.Push, row, after, upTo, now))];
    }

    /// <summary>What to do next, if anything; to be asked until it is nothing: whenever an answer came or something is wanted, and every few moments.</summary>
    public AcknowledgementStep? Next(TimeSpan now)
    {
        // A pause of this process is nobody else's silence.
        _awake += now - _last < rules.RenewEvery ? now - _last : rules.RenewEvery;
        _last = now;
        if (NextReading(now) is { } reading) return reading;
        foreach (var row in _rows.Values)
        {
            if (NextFor(row, now) is { } step) return step;
        }
        if (!_toDelete.TryDequeue(out var over)) return null;
        return Step(AcknowledgementStepKind.Delete, over, 0, 0, now);
    }

    public void RowsAre(AcknowledgementStep step, IReadOnlyCollection<LeaseRow> rows, TimeSpan now)
    {
        if (step != _reading) return;
        _reading = null;
        _covered = Math.Max(_covered, rules.Covers(step.UpTo, _wanted));
        var standing = rows.Select(row => row.Epoch).ToHashSet();
        foreach (var gone in _rows.Keys.Where(epoch => !standing.Contains(epoch)).ToArray()) _rows.Remove(gone);
        _over.IntersectWith(standing);
        foreach (var row in rows)
        {
            if (_over.Contains(row.Epoch))
            {
                // It was waited out, or told to be over, and is still there: the deletion failed.
                _toDelete.Enqueue(new(row.Node, row.Address, row.Epoch));
                continue;
            }
            if (!_rows.TryGetValue(row.Epoch, out var known)) _rows.Add(row.Epoch, known = new(row.Node, row.Address, row.Epoch));
            known.Passed = Math.Max(known.Passed, row.Applied);
            if (row.Revoked) known.RevokedAt ??= now;
        }
        Reckon();
    }

    /// <summary>The node's own answer; that of another process under the same address is none.</summary>
    public void Answered(AcknowledgementStep step, PushAnswer answer)
    {
        if (!_rows.TryGetValue(step.Epoch, out var row)) return;
        if (answer.IsOver) End(row);
        else row.Passed = Math.Max(row.Passed, answer.Passed);
        Reckon();
    }

    /// <summary>The row was found and is revoked now, or it was not there any more.</summary>
    public void Revoked(AcknowledgementStep step, bool found, TimeSpan now)
    {
        if (!_rows.TryGetValue(step.Epoch, out var row)) return;
        row.Revoking = false;
        if (found) row.RevokedAt ??= rules.WaitsFrom(step.At, now);
        else End(row);
        Reckon();
    }

    /// <summary>Nobody knows whether it was done; it is asked for again.</summary>
    public void Failed(AcknowledgementStep step)
    {
        if (step == _reading) _reading = null;
        if (step.Kind == AcknowledgementStepKind.Revoke && _rows.TryGetValue(step.Epoch, out var row))
        {
            row.Revoking = false;
            row.MarkedAt = _awake;
        }
    }

    AcknowledgementStep? NextReading(TimeSpan now)
    {
        if (_reading is not null) return null;
        var again = now >= _readAt;
        if (_wanted <= _covered && !(again && _rows.Values.Any(IsBehind))) return null;
        _readAt = now + rules.RenewEvery;
        return _reading = Step(AcknowledgementStepKind.ReadRows, null, 0, _wanted, now);
    }

    AcknowledgementStep? NextFor(AwaitedRow row, TimeSpan now)
    {
        if (rules.WaitedOut(row, now))
        {
            End(row);
            Reckon();
            return Step(AcknowledgementStepKind.Delete, row, 0, 0, now);
        }
        if (row.Mark <= row.Passed)
        {
            row.Mark = IsBehind(row) ? _covered : 0;
            row.MarkedAt = _awake;
        }
        if (!IsBehind(row)) return null;
        if (now >= row.AskAt)
        {
            row.AskAt = now + rules.RenewEvery;
            return Step(AcknowledgementStepKind.Push, row, _covered, _covered, now);
        }
        if (row.RevokedAt is not null || row.Revoking || _awake - row.MarkedAt < rules.PushPatience) return null;
        row.Revoking = true;
        return Step(AcknowledgementStepKind.Revoke, row, 0, 0, now);
    }

    bool IsBehind(AwaitedRow row) => row.Passed < _covered;

    void End(AwaitedRow row)
    {
        _rows.Remove(row.Epoch);
        _over.Add(row.Epoch);
    }

    void Reckon() => Acknowledged = Math.Max(Acknowledged, Math.Min(_covered, rules.PassedByAll(_rows.Values)));

    AcknowledgementStep Step(AcknowledgementStepKind kind, AwaitedRow? row, long after, long upTo, TimeSpan now) =>
        new(kind, ++_number, row?.Node ?? "", row?.Address ?? "", row?.Epoch ?? 0, after, upTo, now);
}
