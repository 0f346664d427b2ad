using static DncActors.UnitTests.Leases.ModelField;

namespace DncActors.UnitTests.Leases;

/// <summary>
/// The rules on the smallest world that has two sequences: one node, two writers with a commit each, two epochs, a clock of four moments (the lease lasts
/// one). Every order of every step is walked: a step that is not taken is a pause of any length.
/// </summary>
sealed class TwoWritersModel(LeaseMutant mutant, bool crashes = false)
{
    const byte Length = 1;
    const byte LastMoment = 3;
    const byte Start = 0, Committed = 1, Waiting = 2, Acknowledged = 3, Looked = 4;

    static readonly ModelField[] _memory =
    [
        Epoch, Until, Applied, Hole, Ready, ModelField.Take, TakeAt, TakeHead,
        HeadRequest, HeadEpoch, Renewal, RenewalEpoch, RenewalAt, RenewalApplied,
    ];

    readonly List<ModelState> _next = [];

    /// <summary>
    /// How many states there are until one in which the node allows what was acknowledged as blocked, or in all; at most <paramref name="limit"/>.
    /// </summary>
    public (int States, bool IsBroken) Explore(int limit)
    {
        var seen = new HashSet<UInt128> { default(ModelState).Pack() };
        var open = new Queue<UInt128>(seen);
        while (open.TryDequeue(out var packed) && seen.Count < limit)
        {
            var state = ModelState.Unpack(packed);
            if (IsBroken(state)) return (seen.Count, true);
            _next.Clear();
            Walk(state);
            foreach (var next in _next)
            {
                var key = next.Pack();
                if (seen.Add(key)) open.Enqueue(key);
            }
        }
        return (seen.Count, false);
    }

    bool Is(LeaseMutant one) => mutant == one;

    bool IsBroken(in ModelState s)
    {
        if (s[Epoch] == 0 || s[Ready] == 0 || !(s[Now] < s[Until] || Is(LeaseMutant.NoLeaseTestAtTheAnswer))) return false;
        for (var w = 0; w < ModelState.Writers; w++)
        {
            if (s[Stage, w] == Acknowledged && (s[Applied] < s[Sequence, w] || (s[Sequence, w] == 1 && s[Hole] != 0))) return true;
        }
        return false;
    }

    void Walk(ModelState s)
    {
        if (s[Now] < LastMoment) Add(s, (ref ModelState n) => n[Now]++);
        if (crashes && (s[Epoch] != 0 || s[ModelField.Take] != 0)) Add(s, Crash);
        Take(s);
        ReadHead(s);
        Renew(s);
        for (var w = 0; w < ModelState.Writers; w++)
        {
            // Writers are alike: the first to commit is the first.
            if (w == 1 && s[Stage, 0] is Start or Looked) continue;
            Receive(s, w);
            Write(s, w);
        }
    }

    /// <summary>All that it knew is gone, and what it was about to be told; its rows and what it asked for the database still has.</summary>
    static void Crash(ref ModelState n)
    {
        foreach (var field in _memory) n[field] = 0;
        for (var w = 0; w < ModelState.Writers; w++) n[Push, w] = 0;
    }

    void Take(ModelState s)
    {
        if (s[Epoch] == 0 && s[ModelField.Take] == 0 && s[Taken] < ModelState.Epochs)
        {
            Add(s, (ref ModelState n) => (n[ModelField.Take], n[TakeAt], n[TakeHead], n[Taken]) = (1, n[Now], n[Head], (byte)(n[Taken] + 1)));
        }
        if (s[ModelField.Take] == 1) Add(s, (ref ModelState n) => (n[ModelField.Take], n[Row, n[Taken] - 1]) = (2, 1));
        if (s[ModelField.Take] != 2) return;
        Add(s, (ref ModelState n) =>
        {
            n[Epoch] = n[Taken];
            n[Until] = (byte)((Is(LeaseMutant.LeaseCountedFromTheReply) ? n[Now] : n[TakeAt]) + Length);
            if (Is(LeaseMutant.HeadReadBeforeTheRow)) (n[Applied], n[Ready]) = (Math.Max(n[Applied], n[TakeHead]), 1);
            else if (n[HeadRequest] == 0 || !Is(LeaseMutant.HeadOfAnEarlierEpochUsed)) (n[HeadRequest], n[HeadEpoch]) = (1, n[Epoch]);
            if (Is(LeaseMutant.ReadyBeforeCatchingUp)) n[Ready] = 1;
            (n[ModelField.Take], n[TakeAt], n[TakeHead]) = (0, 0, 0);
        });
    }

    void ReadHead(ModelState s)
    {
        if (s[HeadRequest] == 1) Add(s, (ref ModelState n) => n[HeadRequest] = (byte)(2 + n[Head]));
        if (s[HeadRequest] < 2 || s[Epoch] == 0) return;
        Add(s, (ref ModelState n) => (n[Applied], n[Ready], n[HeadRequest], n[HeadEpoch]) = (Math.Max(n[Applied], (byte)(n[HeadRequest] - 2)), 1, 0, 0));
    }

    void Renew(ModelState s)
    {
        if (s[Epoch] != 0 && s[Renewal] == 0)
        {
            Add(s, (ref ModelState n) => (n[Renewal], n[RenewalEpoch], n[RenewalAt], n[RenewalApplied]) = (1, n[Epoch], n[Now], n[Applied]));
        }
        if (s[Renewal] == 1)
        {
            Add(s, (ref ModelState n) =>
            {
                var row = n[Row, n[RenewalEpoch] - 1];
                var may = row is > 0 and < 4 || (row >= 4 && Is(LeaseMutant.RevokedIsIgnoredAtRenewal)) || (row == 0 && Is(LeaseMutant.DeletedRowRenewed));
                n[Renewal] = (byte)(may ? 2 : 3);
                if (may) n[Row, n[RenewalEpoch] - 1] = (byte)((row >= 4 ? 4 : 1) + n[RenewalApplied]);
            });
        }
        if (s[Renewal] < 2) return;
        Add(s, (ref ModelState n) =>
        {
            if (n[RenewalEpoch] == n[Epoch] && n[Renewal] == 2)
            {
                n[Until] = Math.Max(n[Until], (byte)((Is(LeaseMutant.LeaseCountedFromTheReply) ? n[Now] : n[RenewalAt]) + Length));
            }
            else if (n[RenewalEpoch] == n[Epoch])
            {
                (n[Epoch], n[Until], n[Ready]) = (0, 0, 0);
                if (!Is(LeaseMutant.HeadOfAnEarlierEpochUsed)) (n[HeadRequest], n[HeadEpoch]) = (0, 0);
            }
            (n[Renewal], n[RenewalEpoch], n[RenewalAt], n[RenewalApplied]) = (0, 0, 0, 0);
        });
    }

    /// <summary>Each batch has one sequence: what is before it must be applied, or the head is read anew.</summary>
    void Receive(ModelState s, int w)
    {
        if (s[Push, w] == 0 || s[Push, w] != s[Epoch]) return;
        var follows = s[Applied] + 1 >= s[Sequence, w] || Is(LeaseMutant.PushAppliedOverAGap);
        var hole = (byte)(s[Applied] + 1 < s[Sequence, w] ? 1 : s[Hole]);
        if (follows) Add(s, (ref ModelState n) => (n[Push, w], n[Answer, w], n[Applied], n[Hole]) = (0, n[Epoch], Math.Max(n[Applied], n[Sequence, w]), hole));
        else if (s[HeadRequest] == 0) Add(s, (ref ModelState n) => (n[Push, w], n[HeadRequest], n[HeadEpoch]) = (0, 1, n[Epoch]));
    }

    void Write(ModelState s, int w)
    {
        var early = Is(LeaseMutant.RowsReadBeforeTheCommit);
        if (s[Stage, w] == Start && early) Add(s, (ref ModelState n) => (n[Stage, w], n[Awaited, w]) = (Looked, Standing(n)));
        if (s[Stage, w] == (early ? Looked : Start))
        {
            var then = Is(LeaseMutant.AcknowledgedBeforePublishing) ? Acknowledged : early ? Waiting : Committed;
            Add(s, (ref ModelState n) => (n[Stage, w], n[Sequence, w]) = (then, ++n[Head]));
        }
        if (s[Stage, w] == Committed) Add(s, (ref ModelState n) => (n[Stage, w], n[Awaited, w]) = (Waiting, Standing(n)));
        if (s[Stage, w] != Waiting) return;
        if (s[Awaited, w] == 0) Add(s, (ref ModelState n) => Acknowledge(ref n, w));
        for (var e = 1; e <= ModelState.Epochs; e++) if ((s[Awaited, w] & e) != 0) Await(s, w, e);
    }

    void Await(ModelState s, int w, int e)
    {
        var row = s[Row, e - 1];
        if (s[Push, w] != e) Add(s, (ref ModelState n) => n[Push, w] = (byte)e);
        if (s[Answer, w] == e || row == 0 || (row - 1) % 3 >= s[Sequence, w])
        {
            Add(s, (ref ModelState n) => Pass(ref n, w, e));
        }
        else if (s[Waited, At(w, e)] == 0)
        {
            Add(s, (ref ModelState n) =>
            {
                n[Row, e - 1] = (byte)(row >= 4 ? row : row + 3);
                n[Waited, At(w, e)] = (byte)(n[Now] + 1);
                if (Is(LeaseMutant.RowDeletedWithoutWaiting)) Remove(ref n, w, e);
            });
        }
        else if (s[Now] > s[Waited, At(w, e)] - 1 + Length)
        {
            Add(s, (ref ModelState n) => Remove(ref n, w, e));
        }
    }

    static void Remove(ref ModelState n, int w, int e)
    {
        n[Row, e - 1] = 0;
        Pass(ref n, w, e);
    }

    static void Pass(ref ModelState n, int w, int e)
    {
        n[Awaited, w] = (byte)(n[Awaited, w] & ~e);
        n[Waited, At(w, e)] = 0;
        if (n[Answer, w] == e) n[Answer, w] = 0;
    }

    /// <summary>What it still has under way may arrive; what it waited for is no matter any more.</summary>
    static void Acknowledge(ref ModelState n, int w) => n[Stage, w] = Acknowledged;

    static byte Standing(in ModelState s) => (byte)((s[Row, 0] != 0 ? 1 : 0) | (s[Row, 1] != 0 ? 2 : 0));

    static int At(int w, int e) => (w * ModelState.Epochs) + e - 1;

    void Add(ModelState s, Change change)
    {
        change(ref s);
        _next.Add(s);
    }

    delegate void Change(ref ModelState state);
}
