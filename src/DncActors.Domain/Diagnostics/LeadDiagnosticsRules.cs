using System.Collections.Immutable;
using DncActors.Domain.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>
/// Answers what people ask about a lead: why is it still contacted, or not; why does this user miss the option; why does it show in an active figure.
/// </summary>
public static class LeadDiagnosticsRules
{
    /// <param name="entries">The entries that are not revoked, by contact point: at least those of the lead's contact points.</param>
    /// <param name="person">For whom an action is asked about; null for everybody with the permission and all roles.</param>
    /// <param name="actionId">The action that is asked about, or null.</param>
    public static LeadDiagnosis Diagnose(
        Lead lead,
        ILookup<ContactPoint, DncEntry> entries,
        OrganizationDocuments documents,
        ActingPerson? person,
        string? actionId,
        DateTimeOffset now)
    {
        var contactable = Channels.None;
        var answers = ImmutableArray.CreateBuilder<LeadAnswer>();
        foreach (var channel in ChannelText.Each)
        {
            if (VerdictRules.IsLeadAllowed(lead, channel, p => entries[p].Any(e => e.InForce(now) && e.Channels.HasFlag(channel)))) contactable |= channel;
            answers.AddRange(LeadContactAnswers.Of(lead, channel, entries, documents, now).Select(r => new LeadAnswer(LeadQuestion.Contact, r)));
        }
        var (offered, why) = actionId is null ? (null, []) : Offer(lead, actionId, documents, person);
        answers.AddRange(why.Select(r => new LeadAnswer(LeadQuestion.Shown, r)));
        var (active, because) = LeadReportAnswers.Of(lead, LeadDoNotContactRules.Of(lead, entries, documents, now), documents);
        answers.AddRange(because.Select(r => new LeadAnswer(LeadQuestion.Report, r)));
        return new(lead, contactable, offered, active, answers.ToImmutable());
    }

    static (bool? Offered, ImmutableArray<Reason> Why) Offer(Lead lead, string actionId, OrganizationDocuments documents, ActingPerson? person)
    {
        var asked = person ?? Everybody(documents);
        if (ActionOfferRules.List(lead, documents, asked).FirstOrDefault(o => o.Action.Id == actionId) is { } offered)
        {
            var shown = new Reason("action.offered", $"The action '{offered.Action.Name}' is offered on this lead.", null);
            return (offered.Available, offered.Available ? [shown] : offered.Reasons);
        }
        return (false, [Elsewhere(lead, actionId, documents)]);
    }

    static Reason Elsewhere(Lead lead, string actionId, OrganizationDocuments documents)
    {
        var places =
            from workflow in documents.Workflows.Values
            from status in workflow.Statuses
            from action in status.Actions
            where action.Id == actionId
            select new PlacedAction(workflow, status, action);
        if (places.FirstOrDefault() is not { } placed)
        {
            return new("action.missing", $"There is no action '{actionId}'.", "Name an action of a status: GET /v1/workflows lists them.");
        }
        var here = documents.FindStatus(lead.At);
        var name = here?.Name ?? lead.At.ToString();
        var detail = $"The lead stands in '{name}'; the action belongs to {placed.Place}.";
        var mend = $"Copy the action to '{name}', or move the lead.";
        return here is null ? new("action.not-offered-here", detail, mend) : NotOfferedHere.Of(lead, here, placed.Action, detail, mend);
    }

    static ActingPerson Everybody(OrganizationDocuments documents) => new(People.Permissions.All, [.. documents.Roles.Keys]);
}
