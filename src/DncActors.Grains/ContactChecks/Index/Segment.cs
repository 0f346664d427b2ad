namespace DncActors.Grains.ContactChecks.Index;

/// <summary>
/// A part of an organization's index: slots in the order of their hashes, each as near as possible behind the place that its hash names, so that a look-up
/// ends at the
/// first hash that is greater. One writer, any number of readers, who take no lock: a reader that meets a move (the version is odd, or has changed) looks
/// again.
/// </summary>
sealed class Segment<TSlot>
    where TSlot : struct, ISlot<TSlot>
{
    // Full at 5/6, grown by a quarter: at the worst two thirds are in use, which makes 24 bytes a phone and 36 an email.
    const int FullNumerator = 5;
    const int FullDenominator = 6;

    TSlot[] _slots;
    int _capacity;
    int _version;

    public Segment() => (_capacity, _slots) = (8, NewSlots(8));

    public int Count { get; private set; }

    /// <summary>How many slots there is memory for.</summary>
    public int Length => _slots.Length;

    /// <summary>The value of the slot with this key; without channels where there is none.</summary>
    public BlockValue Find(in TSlot key)
    {
        var spin = default(SpinWait);
        while (true)
        {
            var version = Volatile.Read(ref _version);
            if ((version & 1) == 0)
            {
                var slots = Volatile.Read(ref _slots);
                var at = Search(slots, Volatile.Read(ref _capacity), key, out var found);
                var value = found ? slots[at].Value : default;
                // What was read above is read before the version is read again.
                Volatile.ReadBarrier();
                if (Volatile.Read(ref _version) == version) return value;
            }
            spin.SpinOnce();
        }
    }

    /// <summary>Has the processor fetch the place where a look-up would begin. What is there, and whether it moves meanwhile, does not matter.</summary>
    /// <returns>Nothing of meaning.</returns>
    public ulong Touch(ulong hash)
    {
        var slots = Volatile.Read(ref _slots);
        var at = HomeOf(hash, _capacity);
        return (uint)at < (uint)slots.Length ? slots[at].Hash : 0;
    }

    /// <summary>Adds the slot, or puts it in the place of the one with its key. For the one writer only.</summary>
    public void Set(in TSlot slot)
    {
        var at = Search(_slots, _capacity, slot, out var found);
        if (found)
        {
            BeginMove();
            _slots[at] = slot;
            EndMove();
            return;
        }
        while ((Count + 1) * FullDenominator > _capacity * FullNumerator || !HasRoom(at))
        {
            Grow();
            at = Search(_slots, _capacity, slot, out _);
        }
        var end = at;
        while (_slots[end].Hash != 0) end++;
        BeginMove();
        Array.Copy(_slots, at, _slots, at + 1, end - at);
        _slots[at] = slot;
        EndMove();
        Count++;
    }

    /// <summary>Takes the slot with this key out; nothing where there is none. For the one writer only.</summary>
    public void Remove(in TSlot key)
    {
        var at = Search(_slots, _capacity, key, out var found);
        if (!found) return;
        var end = at + 1;
        while (end < _slots.Length && _slots[end].Hash != 0 && HomeOf(_slots[end].Hash, _capacity) < end) end++;
        BeginMove();
        Array.Copy(_slots, at + 1, _slots, at, end - at - 1);
        _slots[end - 1] = default;
        EndMove();
        Count--;
    }

    static int Search(TSlot[] slots, int capacity, in TSlot key, out bool found)
    {
        var at = HomeOf(key.Hash, capacity);
        // The length is asked for at each step because a reader may see slots half-way through a move.
        while ((uint)at < (uint)slots.Length)
        {
            ref readonly var slot = ref slots[at];
            if (slot.SameKey(key))
            {
                found = true;
                return at;
            }
            if (slot.Hash == 0 || slot.Hash > key.Hash) break;
            at++;
        }
        found = false;
        return at;
    }

    /// <summary>The greater the hash, the further behind: what keeps the slots in order.</summary>
    static int HomeOf(ulong hash, int capacity) => (int)Math.BigMul(hash << OrganizationSegments.Bits, (ulong)capacity, out _);

    bool HasRoom(int at)
    {
        // The last slot stays empty, where every search ends.
        for (; at < _slots.Length - 1; at++)
        {
            if (_slots[at].Hash == 0) return true;
        }
        return false;
    }

    void Grow()
    {
        var capacity = _capacity;
        TSlot[]? slots;
        do
        {
            capacity += Math.Max(8, capacity / 4);
            slots = Spread(capacity);
        }
        while (slots is null);
        BeginMove();
        _capacity = capacity;
        Volatile.Write(ref _slots, slots);
        EndMove();
    }

    /// <summary>The same slots over a greater capacity; null in the rare case that they do not fit.</summary>
    TSlot[]? Spread(int capacity)
    {
        var slots = NewSlots(capacity);
        var next = 0;
        foreach (ref readonly var slot in _slots.AsSpan())
        {
            if (slot.Hash == 0) continue;
            next = Math.Max(next, HomeOf(slot.Hash, capacity));
            if (next >= slots.Length - 1) return null;
            slots[next++] = slot;
        }
        return slots;
    }

    /// <summary>Behind the places that hashes name there are a few more, for what is pushed behind the end.</summary>
    static TSlot[] NewSlots(int capacity) => new TSlot[capacity + 8 + Math.Min(capacity / 8, 56)];

    void BeginMove()
    {
        Volatile.Write(ref _version, _version + 1);
        Volatile.WriteBarrier();
    }

    void EndMove() => Volatile.Write(ref _version, _version + 1);
}
