using DncActors.Domain.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Diagnostics;

/// <summary>Why a lead may, or may not, be contacted on a channel.</summary>
static class LeadContactAnswers
{
    public static IEnumerable<Reason> Of(
        Lead lead, Channels channel, ILookup<ContactPoint, DncEntry> entries, OrganizationDocuments documents, DateTimeOffset now)
    {
        var name = ChannelText.List(channel);
        var points = VerdictRules.PointsOf(lead, channel);
        if (points.IsEmpty)
        {
            yield return new("contact.no-point", $"On {name}: the lead has no contact point of that channel.", "Add one, if there is one.");
            yield break;
        }
        var blocked = false;
        foreach (var point in points)
        {
            foreach (var entry in entries[point].Where(e => e.InForce(now) && e.Channels.HasFlag(channel)).OrderBy(e => e.AddedAt).Take(EntryLimits.MaxReasons))
            {
                blocked = true;
                yield return Blocked(lead, name, entry, documents);
            }
            foreach (var entry in entries[point].Where(e => !e.InForce(now) && e.Channels.HasFlag(channel)).Take(1))
            {
                const string Mend = "Add it again if the wish still holds.";
                yield return new("entry.expired", $"On {name}: an entry of {point.Value} expired at {entry.ExpiresAt:O}.", Mend);
            }
        }
        if (blocked) yield break;
        var all = points.Length == 1 ? "its contact point" : $"any of its {points.Length} contact points";
        yield return new("contact.allowed", $"On {name}: no entry in force blocks {all}.", null);
        if (lead.Flags.Where(f => f.InForce(now)).FirstOrDefault(f => f.Channels.HasFlag(channel)) is { } flag)
        {
            yield return new(
                "flag.without-entry",
                $"On {name}: execution {flag.ExecutionId} flagged the lead, but not these contact points (it took {Selection(flag)}).",
                "Run an action that takes all contact points.");
        }
    }

    static Reason Blocked(Lead lead, string channel, DncEntry entry, OrganizationDocuments documents)
    {
        var reason = VerdictRules.ReasonOf(entry, documents);
        var mend = entry.Source switch
        {
            EntrySource.LeadStatus when entry.LeadId == lead.Id => "Move the lead to a status that does not restrict contact.",
            EntrySource.LeadStatus => $"Move the lead '{entry.LeadId}', which has the same contact point.",
            EntrySource.Action => "With evidence of a new consent, run an action that removes from Do Not Contact, or revoke the entry.",
            EntrySource.OptOut => "Only with evidence of a new consent: revoke the entry.",
            _ => "If it is wrong, revoke the entry.",
        };
        return new(reason.Code, $"On {channel}: {entry.Point.Value} is blocked by entry {entry.Id}. {reason.Detail}", mend);
    }

    static string Selection(LeadFlag flag) => flag.ContactPoints == Workflows.ContactPointSelection.Primary ? "the primary ones" : "all that it had then";
}
