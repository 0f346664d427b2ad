using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>
/// What a commit touches, as numbers. Two that touch the same share one. Two that touch nothing of each other's may share one as well, less than once in
/// hundreds of groups; they are then kept apart for nothing.
/// </summary>
internal static class TouchedKeys
{
    /// <param name="points">Those of the commit's changes: what a change tells of them is read after all that stands beside it is written.</param>
    public static int[] Of(Commit commit, ContactPoint[][] points)
    {
        var keys = new List<int>(4 + (2 * (commit.Add.OrEmpty().Length + commit.Revoke.OrEmpty().Length)));
        Add(commit.Id.GetHashCode());
        foreach (var write in commit.Leads.OrEmpty()) Add(KeyOf(write.Lead.Id));
        string? lead = null;
        foreach (var entry in commit.Add.OrEmpty())
        {
            Add(entry.Id.GetHashCode());
            Add(entry.Point.GetHashCode());
            // Nearly always all of them are the same lead's.
            if (entry.LeadId is { } leadId && leadId != lead) Add(KeyOf(lead = leadId));
        }
        foreach (var revoked in commit.Revoke.OrEmpty())
        {
            Add(revoked.EntryId.GetHashCode());
            Add(revoked.Point.GetHashCode());
        }
        for (var i = 0; i < points.Length; i++)
        {
            if (i > 0 && points[i] == points[i - 1]) continue;
            foreach (var point in points[i]) Add(point.GetHashCode());
        }
        return [.. keys];

        void Add(int key)
        {
            if (!keys.Contains(key)) keys.Add(key);
        }
    }

    static int KeyOf(string leadId) => string.GetHashCode(leadId, StringComparison.Ordinal);
}
