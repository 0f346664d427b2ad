using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Registry;

namespace DncActors.Domain.ContactChecks;

/// <summary>May this be contacted now, and if not, why?</summary>
public static class VerdictRules
{
    /// <summary>The lead's contact points that the channel goes to, in order.</summary>
    public static ImmutableArray<ContactPoint> PointsOf(Lead lead, Channels channel) =>
        [.. lead.ContactPoints.Select(p => p.Point).Where(p => (p.Channels & channel) != Channels.None)];

    /// <summary>A lead may be contacted when it has a contact point of the channel and none of them is blocked: the person asked, not the number.</summary>
    public static bool IsLeadAllowed(Lead lead, Channels channel, Func<ContactPoint, bool> isBlocked)
    {
        var points = PointsOf(lead, channel);
        return !points.IsEmpty && !points.Any(isBlocked);
    }

    /// <summary>
    /// Why the contact point is blocked on the channel: its entries in force, oldest first, at most <see cref="EntryLimits.MaxReasons"/>. Empty where none is
    /// known; a block that nobody can explain is still a block, see <see cref="Unexplained"/>.
    /// </summary>
    /// <param name="entries">Entries of any contact points.</param>
    /// <param name="documents">What names people are called by; null: by their ids.</param>
    public static ImmutableArray<VerdictReason> Explain(
        ContactPoint point, Channels channel, IEnumerable<DncEntry> entries, OrganizationDocuments? documents, DateTimeOffset now) =>
    [
        .. entries.Where(e => e.Point == point && (e.Channels & channel) != Channels.None && e.InForce(now))
            .OrderBy(e => e.AddedAt)
            // Of one execution's entries, made in the same moment, what was asked for stands before what follows from it.
            .ThenBy(e => e.Source)
            .ThenBy(e => e.Id)
            .Take(EntryLimits.MaxReasons)
            .Select(e => ReasonOf(e, documents)),
    ];

    /// <summary>The bare reason of a block whose entries could not be found out in time.</summary>
    /// <param name="until">What the index knows of its end.</param>
    public static VerdictReason Unexplained(Channels channel, in BlockedUntil until) => new(
        VerdictReasonCodes.DncEntry,
        EntryId: null,
        Source: null,
        channel,
        Since: null,
        Until: until.Of(channel) is > 0 and < BlockedUntil.Forever and var end ? DateTimeOffset.FromUnixTimeMilliseconds(end) : null,
        By: null,
        LeadId: null,
        ExecutionId: null,
        Detail: null);

    /// <summary>
    /// The reason that the lead's status is by itself, null where it does not restrict the channel. It stands where the entries that follow from it are not
    /// there yet: a job makes them when a status comes to restrict contact.
    /// </summary>
    public static VerdictReason? OfStatus(Lead lead, Channels channel, OrganizationDocuments? documents)
    {
        if (documents?.FindStatus(lead.At) is not { } status || !status.RestrictsContact.HasFlag(channel)) return null;
        var detail = $"The lead '{lead.Id}' stands in the status '{status.Name}', which restricts contact.";
        return new(
            VerdictReasonCodes.LeadStatus, null, EntrySource.LeadStatus, status.RestrictsContact, Since: null, Until: null, By: null, lead.Id, null, detail);
    }

    /// <summary>What one entry gives as a reason.</summary>
    internal static VerdictReason ReasonOf(DncEntry entry, OrganizationDocuments? documents) => new(
        entry.Source == EntrySource.LeadStatus ? VerdictReasonCodes.LeadStatus : VerdictReasonCodes.DncEntry,
        entry.Id,
        entry.Source,
        entry.Channels,
        entry.AddedAt,
        entry.ExpiresAt,
        entry.AddedBy,
        entry.LeadId,
        entry.ExecutionId,
        Detail(entry, documents));

    static string Detail(DncEntry entry, OrganizationDocuments? documents)
    {
        var by = documents?.Users.GetValueOrDefault(entry.AddedBy) is { } user ? $"{user.Name} ({entry.AddedBy})" : entry.AddedBy;
        var how = entry.Source switch
        {
            EntrySource.Action => $"By execution {entry.ExecutionId} on the lead '{entry.LeadId}'",
            EntrySource.LeadStatus when entry.ExecutionId is not null => $"By the status of the lead '{entry.LeadId}', since execution {entry.ExecutionId}",
            EntrySource.LeadStatus => $"By the status of the lead '{entry.LeadId}'",
            EntrySource.OptOut => "The person opted out; recorded",
            EntrySource.Import => $"By import {entry.ImportId}",
            _ => "Added by hand",
        };
        var end = entry.ExpiresAt is { } expires ? $", until {Time(expires)}" : "";
        // A contact point that came to the lead later was brought by somebody who had no part in the execution.
        var who = entry.Source == EntrySource.Action ? "added by" : "by";
        return $"{how}, {who} {by}, at {Time(entry.AddedAt)}{end}: {entry.Reason}";
    }

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
