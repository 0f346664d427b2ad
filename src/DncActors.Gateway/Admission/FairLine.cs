namespace DncActors.Gateway.Admission;

/// <summary>
/// Lets so many requests be worked on at a time, and as many wait. Each organization waits in a line of its own, first come, first served; a place that becomes
/// free goes to the organizations in turn, so that one which sends ten times as much waits ten times as long and nobody else does. No organization has more
/// than three quarters of the places: whoever sends little finds one free.
/// </summary>
/// <param name="atOnce">Places.</param>
/// <param name="waiting">How many of one organization may wait; of all together eight times as many.</param>
/// <param name="patience">How long one waits at most.</param>
sealed class FairLine(int atOnce, int waiting, TimeSpan patience, TimeProvider time)
{
    /// <summary>When all the room is taken the last of the longest line makes room: a flood, of however many organizations, keeps nobody out.</summary>
    const int LinesInAll = 8;

    /// <summary>Organizations that have nothing here are remembered up to so many, to be found without being made again.</summary>
    const int MostIdle = 1_024;

    readonly Lock _gate = new();
    readonly Dictionary<string, Organization> _organizations = new(StringComparer.Ordinal);

    /// <summary>Those that wait and may have a place, in the order in which they get the next one.</summary>
    readonly LinkedList<Organization> _turns = [];

    readonly int _mostOfOne = Math.Max(1, atOnce - Math.Max(1, atOnce / 4));
    int _taken;
    int _waiting;

    /// <summary>Places that are taken, and requests that wait for one.</summary>
    internal (int Taken, int Waiting) Now
    {
        get
        {
            lock (_gate) return (_taken, _waiting);
        }
    }

    /// <summary>For how long the one has waited that has waited longest.</summary>
    internal TimeSpan Longest
    {
        get
        {
            lock (_gate)
            {
                var first = _organizations.Values.Where(o => o.Waiting > 0).Select(o => o.Line.First!.Value.Since).DefaultIfEmpty().Min();
                return first == 0 ? TimeSpan.Zero : time.GetElapsedTime(first);
            }
        }
    }

    /// <summary>Whether a request would be refused: asked before its body is read.</summary>
    internal bool WouldRefuse(string organization)
    {
        lock (_gate)
        {
            // Who is not known has nothing here: only the room for all counts.
            return _organizations.TryGetValue(organization, out var known)
                ? !MayWork(known) && !MayWait(known.Waiting, out _)
                : _taken >= atOnce && !MayWait(0, out _);
        }
    }

    /// <summary>A place, at once or in turn; or a refused one, at once where the line is full and else when patience ends.</summary>
    internal ValueTask<Place> EnterAsync(string organization, CancellationToken cancellation)
    {
        Waiter waiter;
        lock (_gate)
        {
            var mine = Find(organization);
            if (MayWork(mine)) return new(Take(mine));
            if (!MayWait(mine.Waiting, out var longest))
            {
                Forget(mine);
                return new(Place.Refused);
            }
            if (longest is not null) Drop(longest);
            waiter = new Waiter(mine, time.GetTimestamp());
            mine.Line.AddLast(waiter.Node);
            _waiting++;
            // Places may be free all the same: this organization has its most.
            Queue(mine);
        }
        return new(WaitAsync(waiter, cancellation));
    }

    internal void Leave(Organization organization)
    {
        lock (_gate)
        {
            _taken--;
            organization.Taken--;
            Queue(organization);
            while (_taken < atOnce && _turns.First is { } turn) GiveTo(turn.Value);
            Forget(organization);
        }
    }

    async Task<Place> WaitAsync(Waiter waiter, CancellationToken cancellation)
    {
        await ((Task)waiter.Task.WaitAsync(patience, time, cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        bool isGiven;
        lock (_gate)
        {
            // What was given while the wait ended is given.
            isGiven = waiter.IsGiven;
            if (!isGiven) TakeOut(waiter);
        }
        var place = isGiven ? new Place(this, waiter.Organization) : Place.Refused;
        if (!cancellation.IsCancellationRequested) return place;
        place.Dispose();
        throw new OperationCanceledException(cancellation);
    }

    /// <summary>Whether this organization may have a place now. Whoever waits while one is free has their most of them.</summary>
    bool MayWork(Organization organization) => _taken < atOnce && organization.Taken < _mostOfOne && organization.Waiting == 0;

    /// <param name="longest">Whose last one must make room; null where there is room.</param>
    bool MayWait(int already, out Organization? longest)
    {
        longest = null;
        if (already >= waiting) return false;
        if (_waiting < LinesInAll * waiting) return true;
        longest = _organizations.Values.MaxBy(o => o.Waiting);
        return longest!.Waiting > already + 1;
    }

    Organization Find(string name)
    {
        if (_organizations.TryGetValue(name, out var known)) return known;
        var made = new Organization(name);
        _organizations.Add(name, made);
        return made;
    }

    void Forget(Organization organization)
    {
        if (organization is { Taken: 0, Waiting: 0 } && _organizations.Count > MostIdle) _organizations.Remove(organization.Name);
    }

    Place Take(Organization organization)
    {
        _taken++;
        organization.Taken++;
        return new(this, organization);
    }

    /// <summary>Gives this organization's first one the place whose turn it is.</summary>
    void GiveTo(Organization organization)
    {
        var first = organization.Line.First!.Value;
        Take(organization);
        // Behind the others, until its turn comes again.
        _turns.Remove(organization.Turn);
        TakeOut(first);
        Queue(organization);
        first.IsGiven = true;
        first.TrySetResult();
    }

    void Drop(Organization organization)
    {
        var last = organization.Line.Last!.Value;
        TakeOut(last);
        last.TrySetResult();
    }

    void TakeOut(Waiter waiter)
    {
        if (waiter.Node.List is null) return;
        waiter.Organization.Line.Remove(waiter.Node);
        _waiting--;
        if (waiter.Organization is { Waiting: 0, Turn.List: not null }) _turns.Remove(waiter.Organization.Turn);
        Forget(waiter.Organization);
    }

    void Queue(Organization organization)
    {
        if (organization.Waiting > 0 && organization.Taken < _mostOfOne && organization.Turn.List is null) _turns.AddLast(organization.Turn);
    }

    /// <summary>What one organization has here. Guarded by the line.</summary>
    internal sealed class Organization
    {
        internal Organization(string name)
        {
            Name = name;
            Turn = new(this);
        }

        internal string Name { get; }

        internal LinkedListNode<Organization> Turn { get; }

        internal LinkedList<Waiter> Line { get; } = [];

        internal int Waiting => Line.Count;

        internal int Taken { get; set; }
    }

    /// <summary>A request that waits: done when it has its place, or will have none.</summary>
    internal sealed class Waiter : TaskCompletionSource
    {
        internal Waiter(Organization organization, long since)
            : base(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            Organization = organization;
            Since = since;
            Node = new(this);
        }

        internal Organization Organization { get; }

        internal LinkedListNode<Waiter> Node { get; }

        internal long Since { get; }

        internal bool IsGiven { get; set; }
    }
}
