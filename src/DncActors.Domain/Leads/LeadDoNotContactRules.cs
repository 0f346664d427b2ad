using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Leads;

/// <summary>Derives what a lead shows of the Do Not Contact list.</summary>
public static class LeadDoNotContactRules
{
    /// <param name="entries">The entries that are not revoked, by contact point: at least those of the lead's contact points.</param>
    public static LeadDoNotContact Of(Lead lead, ILookup<ContactPoint, DncEntry> entries, OrganizationDocuments documents, DateTimeOffset now)
    {
        var flags = lead.Flags.Where(f => f.InForce(now)).OrderBy(f => f.Since).ToArray();
        var byStatus = documents.FindStatus(lead.At)?.RestrictsContact ?? Channels.None;
        var channels = flags.Aggregate(byStatus, (sum, f) => sum | f.Channels);
        ImmutableArray<ContactPoint> covered = [.. lead.ContactPoints.Select(p => p.Point).Where(p => entries[p].Any(e => e.InForce(now)))];
        if (flags is [var first, ..]) return new(true, channels, first.Since, first.By, first.ExecutionId, covered);
        if (byStatus == Channels.None) return new(false, Channels.None, null, null, null, covered);
        var (since, by, executionId) = OfStatus(lead, entries);
        return new(true, channels, since, by, executionId, covered);
    }

    /// <summary>
    /// Since when the status blocks: its first entry says so (it may have begun to restrict long after the lead came); without one, since the lead came.
    /// </summary>
    static (DateTimeOffset Since, string By, Guid? ExecutionId) OfStatus(Lead lead, ILookup<ContactPoint, DncEntry> entries) => lead.ContactPoints
        .SelectMany(p => entries[p.Point])
        .Where(e => e.LeadId == lead.Id && e.Source == EntrySource.LeadStatus)
        .OrderBy(e => e.AddedAt)
        .Select(e => (e.AddedAt, e.AddedBy, e.ExecutionId))
        .DefaultIfEmpty((lead.StatusSince, lead.StatusBy, null))
        .First();
}
