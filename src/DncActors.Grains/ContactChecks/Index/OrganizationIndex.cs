using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Grains.ContactChecks.Index;

/// <summary>Which contact points of one organization are blocked, on which channels, until when. One writer, any number of readers without a lock.</summary>
public sealed class OrganizationIndex
{
    readonly OrganizationSegments<PhoneSlot> _phones = new();
    readonly OrganizationSegments<EmailSlot> _emails = new();

    /// <summary>Those with several ends. Written before the slot that says so, taken out after it: a reader that finds none here looks at the slot
    /// again.</summary>
    readonly ConcurrentDictionary<ContactKey, BlockedUntil> _several = new();

    readonly ulong _seed;

    internal OrganizationIndex(ulong seed) => _seed = seed;

    /// <summary>How many contact points are in it, and how many bytes their slots take.</summary>
    public (long Points, long Bytes) Size =>
        (_phones.Count + _emails.Count, (_phones.Length * Unsafe.SizeOf<PhoneSlot>()) + (_emails.Length * Unsafe.SizeOf<EmailSlot>()));

    /// <summary>Whether the contact point is blocked on the channel (one, not a set) at this time.</summary>
    public bool Blocks(in ContactKey key, Channels channel, long nowMilliseconds)
    {
        while (true)
        {
            var value = Find(key);
            if ((value.Channels & channel) == 0) return false;
            if (nowMilliseconds < value.EarliestEnd) return true;
            if (!value.HasSeveralEnds) return false;
            if (_several.TryGetValue(key, out var until)) return until.Blocks(channel, nowMilliseconds);
        }
    }

    /// <summary>
    /// Has the processor fetch the places of some phones that are looked up next. One look-up in a large index waits for memory, and the next one waits for it;
    /// so many that do not depend on one another wait together.
    /// </summary>
    /// <returns>Nothing of meaning: what is fetched for nobody would not be fetched.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ulong Touch(ReadOnlySpan<ulong> numbers)
    {
        var touched = 0UL;
        foreach (var number in numbers) touched ^= _phones.Touch(PhoneSlot.HashOf(number, _seed));
        return touched;
    }

    /// <summary>What the contact point's entries amount to from now on; nothing takes it out. For the one writer only.</summary>
    internal void Replace(in ContactKey key, in BlockedUntil until)
    {
        if (until.IsNothing)
        {
            Remove(key);
            _several.TryRemove(key, out _);
            return;
        }
        var value = BlockValue.Of(until);
        if (value.HasSeveralEnds) _several[key] = until;
        Set(key, value);
        if (!value.HasSeveralEnds && !_several.IsEmpty) _several.TryRemove(key, out _);
    }

    BlockValue Find(in ContactKey key) =>
        key.IsPhone ? _phones.Find(new(PhoneSlot.HashOf(key.Low, _seed), default)) : _emails.Find(new(HashOf(key), key.High, default));

    void Set(in ContactKey key, BlockValue value)
    {
        if (key.IsPhone) _phones.Set(new(PhoneSlot.HashOf(key.Low, _seed), value));
        else _emails.Set(new(HashOf(key), key.High, value));
    }

    void Remove(in ContactKey key)
    {
        if (key.IsPhone) _phones.Remove(new(PhoneSlot.HashOf(key.Low, _seed), default));
        else _emails.Remove(new(HashOf(key), key.High, default));
    }

    /// <summary>0 is an empty place; the other half still tells the two keys apart.</summary>
    static ulong HashOf(in ContactKey email) => email.Low == 0 ? 1 : email.Low;
}
