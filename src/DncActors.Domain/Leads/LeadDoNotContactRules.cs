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
        var flags = lead.Flags.Where(f => f.InForce(now)).ToArray();
        var byStatus = documents.FindStatus(lead.At)?.RestrictsContact ?? Channels.None;
        var first = flags.Select(f => (f.Since, f.By, ExecutionId: (Guid?)f.ExecutionId)).ToList();
        if (byStatus != Channels.None) first.Add(OfStatus(lead, entries));
        var flagged = first.Count > 0;
        var (since, by, executionId) = flagged ? first.MinBy(f => f.Since) : default;
        return new(
            flagged,
            flags.Aggregate(byStatus, (sum, f) => sum | f.Channels),
            flagged ? since : null,
            by,
            executionId,
            [.. lead.ContactPoints.Select(p => p.Point).Where(p => entries[p].Any(e => e.InForce(now)))]);
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
