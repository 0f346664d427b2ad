using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Registry;

/// <summary>The entries of many contact points that are not revoked.</summary>
static class EntryLookup
{
    /// <summary>The most contact points that the store is asked for at once.</summary>
    const int MaxAsked = 1_000;

    internal static async Task<ILookup<ContactPoint, DncEntry>> EntriesOfAsync(this Call call, IEnumerable<ContactPoint> points)
    {
        var found = new List<DncEntry>();
        foreach (var chunk in points.Distinct().Chunk(MaxAsked))
            found.AddRange(await call.Ask<IEntryStore>().ReadByPointsAsync(call.Access.Organization, [.. chunk], call.Cancellation));
        return found.ToLookup(e => e.Point);
    }
}
