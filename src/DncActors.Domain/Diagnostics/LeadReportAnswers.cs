using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>Why a lead counts, or does not count, as active: it does where it stands in no dead status and is not flagged.</summary>
static class LeadReportAnswers
{
    public static (bool Active, ImmutableArray<Reason> Why) Of(Lead lead, LeadDoNotContact doNotContact, OrganizationDocuments documents)
    {
        var why = ImmutableArray.CreateBuilder<Reason>();
        var status = documents.FindStatus(lead.At);
        var dead = status?.SystemStatus == SystemStatus.Dead;
        if (dead) why.Add(new("report.dead", $"It stands in '{status!.Name}', which is dead: no active figure counts it.", null));
        if (doNotContact.Flagged)
        {
            var channels = ChannelText.List(doNotContact.Channels);
            why.Add(new("report.flagged", $"It is flagged Do Not Contact on {channels} since {doNotContact.Since:O}: no active figure counts it.", null));
            if (!dead)
            {
                why.Add(new(
                    "report.flagged-not-dead",
                    $"It is flagged but stands in '{status?.Name}', which is not dead: a figure that looks at statuses alone would count it.",
                    "Let the action that flags it also move it to a dead status."));
            }
            return (false, why.ToImmutable());
        }
        if (dead) return (false, why.ToImmutable());
        why.Add(new("report.active", $"It stands in '{status?.Name}', which is not dead, and is not flagged: active figures count it.", null));
        if (!doNotContact.Covered.IsEmpty)
        {
            why.Add(new(
                "report.covered-not-flagged",
                $"Entries block {doNotContact.Covered.Length} of its contact points, but nothing on this lead asks for it: that moves no lead.",
                "Run a Do Not Contact action on the lead if it should leave the active figures."));
        }
        return (true, why.ToImmutable());
    }
}
