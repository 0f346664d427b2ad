using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>The contact points that a change is about.</summary>
internal static class ChangePoints
{
    /// <summary>Each once, in the order in which the change names them: those of what it adds, then those of what it revokes.</summary>
    public static List<ContactPoint> Of(ChangeDraft draft)
    {
        var added = draft.Added.OrEmpty();
        var revoked = draft.Revoked.OrEmpty();
        var points = new List<ContactPoint>(added.Length + revoked.Length);
        if (added.IsEmpty && revoked.IsEmpty) return points;
        var seen = new HashSet<ContactPoint>(added.Length + revoked.Length);
        foreach (var entry in added) Add(entry.Point);
        foreach (var revocation in revoked) Add(revocation.Point);
        return points;

        void Add(ContactPoint point)
        {
            if (seen.Add(point)) points.Add(point);
        }
    }
}
