using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>The flags that executions set on a lead, and what follows from them for its contact points.</summary>
static class LeadFlagRules
{
    static readonly TimeSpan _keptAfterExpiry = TimeSpan.FromDays(1);

    /// <summary>
    /// Contact points that come to a lead flagged with "all" get what the flag's execution gave the others; what they hold of it already suffices.
    /// </summary>
    public static void Inherit(OwnEntriesPlan entries, ImmutableArray<LeadFlag> flags, IEnumerable<ContactPoint> added)
    {
        // A wish that is over may only seem so to a node whose clock runs ahead; an entry that has expired blocks nobody.
        var asking = flags.Where(f => f.ContactPoints == ContactPointSelection.All && f.InForce(entries.Context.Now - _keptAfterExpiry)).ToArray();
        foreach (var point in added)
        {
            foreach (var flag in asking)
            {
                var missing = flag.Channels & point.Channels & ~HeldOf(entries, point, flag);
                if (missing != Channels.None) entries.AddOfFlag(point, missing, flag);
            }
        }
    }

    /// <summary>The flags after a removal: none asks for these channels any more.</summary>
    public static ImmutableArray<LeadFlag> Without(ImmutableArray<LeadFlag> flags, Channels channels) =>
        [.. flags.Select(f => f with { Channels = f.Channels & ~channels }).Where(f => f.Channels != Channels.None)];

    /// <summary>
    /// The flags after an entry was revoked by hand: its execution asks no more for channels on which nothing of it is left, and for none when that was
    /// its last entry. Else a lead would count as flagged though nothing of the wish holds.
    /// </summary>
    /// <param name="held">The lead's own entries without the revoked one.</param>
    public static ImmutableArray<LeadFlag> AfterRevocation(ImmutableArray<LeadFlag> flags, DncEntry revoked, IReadOnlyList<DncEntry> held)
    {
        if (revoked.Source != EntrySource.Action) return flags;
        var rest = held.Where(e => e.Source == EntrySource.Action && e.ExecutionId == revoked.ExecutionId).ToArray();
        var lost = rest.Length == 0 ? Channels.All : revoked.Channels & ~rest.Aggregate(Channels.None, (sum, e) => sum | e.Channels);
        return
        [
            .. flags.Select(f => f.ExecutionId == revoked.ExecutionId ? f with { Channels = f.Channels & ~lost } : f)
                .Where(f => f.Channels != Channels.None),
        ];
    }

    /// <summary>
    /// Without those that expired long ago: they ask for nothing, and would only grow in number. Not at once, because the clock of a node that runs ahead
    /// must not end a wish early.
    /// </summary>
    public static ImmutableArray<LeadFlag> Kept(ImmutableArray<LeadFlag> flags, DateTimeOffset now) => flags.RemoveAll(f => !f.InForce(now - _keptAfterExpiry));

    static Channels HeldOf(OwnEntriesPlan entries, ContactPoint point, LeadFlag flag) => entries.Held
        .Where(e => e.Source == EntrySource.Action && e.ExecutionId == flag.ExecutionId && e.Point == point)
        .Where(e => e.ExpiresAt is null || e.ExpiresAt >= flag.ExpiresAt)
        .Aggregate(Channels.None, (sum, e) => sum | e.Channels);
}
