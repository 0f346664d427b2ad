using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Grains.Registry;

/// <summary>The entries of contact points that were asked for lately, the longest unused forgotten first.</summary>
sealed class ExplanationCache(int mostPoints)
{
    readonly Dictionary<ContactPoint, LinkedListNode<Known>> _byPoint = [];
    readonly LinkedList<Known> _byUse = new();

    /// <param name="asOf">The sequence that the asker's verdict is up to.</param>
    /// <param name="applied">How far this node has followed the log.</param>
    /// <param name="lastChange">The last change of the contact point's shard, as far as the node has followed.</param>
    public bool TryFind(ContactPoint point, long asOf, long applied, long lastChange, out ImmutableArray<DncEntry> entries)
    {
        entries = [];
        if (!_byPoint.TryGetValue(point, out var node)) return false;
        var known = node.Value;
        // Good while nothing of the shard has changed since it was read, as far as the asker has heard.
        if (lastChange > known.AsOf || asOf > Math.Max(known.AsOf, applied)) return false;
        _byUse.Remove(node);
        _byUse.AddFirst(node);
        entries = known.Entries;
        return true;
    }

    /// <param name="asOf">The entries reflect at least every commit up to this sequence.</param>
    public void Keep(ContactPoint point, long asOf, ImmutableArray<DncEntry> entries)
    {
        if (_byPoint.Remove(point, out var old)) _byUse.Remove(old);
        _byPoint[point] = _byUse.AddFirst(new Known(point, asOf, entries));
        if (_byUse.Count <= mostPoints) return;
        _byPoint.Remove(_byUse.Last!.Value.Point);
        _byUse.RemoveLast();
    }

    sealed record Known(ContactPoint Point, long AsOf, ImmutableArray<DncEntry> Entries);
}
