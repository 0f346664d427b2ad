using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>The entries that a lead holds because of the status in which it stands: one for each contact point that the status restricts, no other.</summary>
static class StatusEntryRules
{
    /// <summary>Brings the entries in line with the status and the contact points; those that are right already stay.</summary>
    public static void Align(OwnEntriesPlan entries, ImmutableArray<LeadContactPoint> points, Status status)
    {
        var open = points.Select(p => p.Point).ToHashSet();
        foreach (var entry in OfStatus(entries))
        {
            var onLead = open.Contains(entry.Point);
            if (onLead && (status.RestrictsContact & entry.Point.Channels) == entry.Channels) open.Remove(entry.Point);
            else entries.Revoke(entry, onLead ? $"What the status '{status.Name}' restricts was changed." : "The contact point was taken off the lead.");
        }
        foreach (var point in points.Select(p => p.Point).Where(open.Contains))
        {
            var channels = status.RestrictsContact & point.Channels;
            if (channels != Channels.None) entries.AddOfStatus(point, channels, $"The lead stands in the status '{status.Name}'.");
        }
    }

    /// <summary>
    /// The lead goes from one status to another: what the first gave ends, even where the other gives the same, because an entry says which status it
    /// stems from.
    /// </summary>
    public static void Move(OwnEntriesPlan entries, ImmutableArray<LeadContactPoint> points, Status from, Status to)
    {
        foreach (var entry in OfStatus(entries)) entries.Revoke(entry, $"The lead left the status '{from.Name}'.");
        Align(entries, points, to);
    }

    /// <summary>Whether nothing is to be done.</summary>
    public static bool IsAligned(LeadState state, Status status)
    {
        var held = state.Entries.Where(e => e.Source == EntrySource.LeadStatus).Select(e => (e.Point, e.Channels)).ToArray();
        var wanted = state.Lead.ContactPoints.Select(p => (p.Point, Channels: p.Point.Channels & status.RestrictsContact))
            .Where(w => w.Channels != Channels.None).ToHashSet();
        return held.Length == wanted.Count && wanted.SetEquals(held);
    }

    static DncEntry[] OfStatus(OwnEntriesPlan entries) => [.. entries.Held.Where(e => e.Source == EntrySource.LeadStatus)];
}
