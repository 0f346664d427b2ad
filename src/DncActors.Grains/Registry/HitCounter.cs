using DncActors.Contracts.Registry;
using DncActors.Domain.Registry;

namespace DncActors.Grains.Registry;

/// <summary>Counts the checks that entries have blocked; bounded, the entries longest not hit are forgotten first.</summary>
sealed class HitCounter(Dictionary<Guid, long[]> hits, int mostEntries)
{
    /// <summary>Something was counted since the last saving.</summary>
    public bool Dirty { get; set; }

    public void Count(DncEntry entry, int count, DateTimeOffset at)
    {
        if (!hits.TryGetValue(entry.Id, out var known))
        {
            if (hits.Count >= mostEntries) Forget();
            hits[entry.Id] = known = [0, 0];
        }
        known[0] += count;
        known[1] = Math.Max(known[1], at.ToUnixTimeMilliseconds());
        Dirty = true;
    }

    public EntryHits? Find(Guid entryId) =>
        hits.TryGetValue(entryId, out var known) ? new(entryId, known[0], DateTimeOffset.FromUnixTimeMilliseconds(known[1])) : null;

    public Dictionary<Guid, long[]> Copy() => hits.ToDictionary(h => h.Key, h => (long[])[.. h.Value]);

    /// <summary>Some at once, so that a full counter does not search for the oldest on each new entry.</summary>
    void Forget()
    {
        foreach (var oldest in hits.OrderBy(h => h.Value[1]).Take(Math.Max(1, mostEntries / 10)).Select(h => h.Key).ToArray()) hits.Remove(oldest);
    }
}
