using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>The contact points that changes are about.</summary>
internal static class ChangePoints
{
    /// <summary>Below this many each is looked for among those before it, which takes less than a set.</summary>
    const int Few = 16;

    /// <summary>
    /// Those of each change. Changes of one commit are nearly always about the same ones: a change that names what the one before it names has that one's very
    /// array.
    /// </summary>
    public static ContactPoint[][] Of(Commit commit)
    {
        var points = new ContactPoint[commit.Changes.Length][];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = Of(commit.Changes[i]);
            if (i > 0 && points[i].AsSpan().SequenceEqual(points[i - 1])) points[i] = points[i - 1];
        }
        return points;
    }

    /// <summary>
    /// Whether the commit itself blocks each of these points for good: by an entry without an end on every channel that the point has, whatever other entries
    /// it has. As many as <paramref name="points"/>, and the very same array where that has the very same.
    /// </summary>
    public static bool[][] ForGood(Commit commit, ContactPoint[][] points)
    {
        var blocked = new List<ContactPoint>();
        foreach (var entry in commit.Add.OrEmpty())
        {
            if (entry.ExpiresAt is null && entry.Channels == entry.Point.Channels) blocked.Add(entry.Point);
        }
        var set = blocked.Count < Few ? null : new HashSet<ContactPoint>(blocked);
        var forGood = new bool[points.Length][];
        for (var i = 0; i < points.Length; i++)
            forGood[i] = i > 0 && points[i] == points[i - 1] ? forGood[i - 1] : Array.ConvertAll(points[i], p => set?.Contains(p) ?? blocked.Contains(p));
        return forGood;
    }

    /// <summary>Each once, in the order in which the change names them: those of what it adds, then those of what it revokes.</summary>
    public static ContactPoint[] Of(ChangeDraft draft)
    {
        var added = draft.Added.OrEmpty();
        var revoked = draft.Revoked.OrEmpty();
        var named = added.Length + revoked.Length;
        if (named == 0) return [];
        var points = new List<ContactPoint>(named);
        var seen = named < Few ? null : new HashSet<ContactPoint>(named);
        foreach (var entry in added) Add(entry.Point);
        foreach (var revocation in revoked) Add(revocation.Point);
        return [.. points];

        void Add(ContactPoint point)
        {
            if (seen?.Add(point) ?? !points.Contains(point)) points.Add(point);
        }
    }
}
