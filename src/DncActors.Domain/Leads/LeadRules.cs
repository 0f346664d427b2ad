using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Leads;

/// <summary>How leads come to be and change.</summary>
public static class LeadRules
{
    /// <summary>
    /// A new lead, with the entries that its status asks for. Refused with every wrong field (400); where its status is not in use or of another record type
    /// (422). Whether the id is taken is the commit's to find: its lead must not be there yet.
    /// </summary>
    /// <param name="id">The lead's, whatever the draft says.</param>
    public static Outcome<LeadDecision> Create(
        Request request, string id, LeadDraft draft, OrganizationDocuments documents, DateTimeOffset now, IdSource ids)
    {
        var context = new PlanContext(request, now, ids);
        var made = NewLeadRules.Make(context, id, draft, documents, documents.Organization.Region);
        if (!made.Ok) return made.Refusal;
        var (lead, entries) = made.Value;
        return new LeadDecision(
            new Commit
            {
                Id = request.CommitId,
                Fingerprint = request.Fingerprint,
                Organization = request.Organization,
                Actor = request.Actor,
                At = now,
                Guards = [new(DocumentKind.Workflow, lead.At.WorkflowId, documents.Workflows[lead.At.WorkflowId].Version)],
                Leads = [new(lead, ExpectedVersion: 0, ContactPointsChanged: true)],
                Add = [.. entries.Added],
                Changes = [new() { Type = ChangeTypes.LeadCreated, LeadId = lead.Id, To = lead.At, Added = [.. entries.Added], After = LeadJson.Of(lead) }],
            },
            new LeadState(lead, [.. entries.Held], Sequence: 0));
    }

    /// <summary>
    /// Changes what the patch names. A contact point that is new to the lead gets what the lead's flags and its status ask for; one that is taken away
    /// loses what the status gave it and keeps what executions did. A patch that changes nothing commits nothing. Refused with every wrong field (400),
    /// where the lead is not at <paramref name="ifVersion"/> (409), where it would hold too many entries (422).
    /// </summary>
    public static Outcome<LeadDecision> Change(
        Request request, LeadState state, LeadPatch patch, long? ifVersion, OrganizationDocuments documents, DateTimeOffset now, IdSource ids)
    {
        var lead = state.Lead;
        if (ifVersion is { } version && version != lead.Version)
        {
            return Refusal.Conflict("lead.version", $"The lead is at version {lead.Version}, not {version}: read it again.");
        }
        if (documents.FindStatus(lead.At) is not { } status) return LeadRefusals.UnknownStatus(lead);

        var errors = new List<FieldError>();
        var next = Patched(lead, patch, documents, errors);
        if (errors.Count > 0) return Refusal.Validation([.. errors]);

        var entries = new OwnEntriesPlan(new(request, now, ids), lead.Id, state.Entries);
        if (patch.ContactPoints is not null)
        {
            var known = lead.ContactPoints.Select(p => p.Point).ToHashSet();
            LeadFlagRules.Inherit(entries, lead.Flags, next.ContactPoints.Select(p => p.Point).Where(p => !known.Contains(p)));
            StatusEntryRules.Align(entries, next.ContactPoints, status);
        }
        if (entries.Held.Count > LeadLimits.MaxOwnEntries && entries.Added.Count > 0) return LeadRefusals.TooManyEntries();
        if (IsSame(lead, next) && entries.Added.Count == 0 && entries.Revoked.Count == 0) return new LeadDecision(null, state);
        return Decide(request, state, next, entries, documents);
    }

    static Lead Patched(Lead lead, LeadPatch patch, OrganizationDocuments documents, List<FieldError> errors) => lead with
    {
        Name = patch.Name.Given ? LeadFieldRules.ReadName(patch.Name.Value, errors) : lead.Name,
        ContactPoints = patch.ContactPoints is { } points
            ? LeadContactPointRules.Read(points, documents.Organization.Region, errors)
            : lead.ContactPoints,
        UserGroups = patch.UserGroups is { } groups ? LeadFieldRules.ReadUserGroups(groups, documents, errors) : lead.UserGroups,
        Attributes = patch.Attributes is { } attributes ? LeadFieldRules.ReadAttributes(attributes, errors) : lead.Attributes,
    };

    static LeadDecision Decide(Request request, LeadState state, Lead patched, OwnEntriesPlan entries, OrganizationDocuments documents)
    {
        var lead = state.Lead;
        var next = patched with { Version = lead.Version + 1, Flags = LeadFlagRules.Kept(lead.Flags, entries.Context.Now) };
        var pointsChanged = !lead.ContactPoints.Select(p => p.Point).ToHashSet().SetEquals(next.ContactPoints.Select(p => p.Point));
        var (before, after) = LeadJson.Changed(lead, next);
        var commit = new Commit
        {
            Id = request.CommitId,
            Fingerprint = request.Fingerprint,
            Organization = request.Organization,
            Actor = request.Actor,
            At = entries.Context.Now,
            Guards = [new(DocumentKind.Workflow, lead.At.WorkflowId, documents.Workflows[lead.At.WorkflowId].Version)],
            Leads = [new(next, lead.Version, pointsChanged)],
            Add = [.. entries.Added],
            Revoke = [.. entries.Revoked],
            Changes =
            [
                new()
                {
                    Type = ChangeTypes.LeadChanged,
                    LeadId = lead.Id,
                    Added = [.. entries.Added],
                    Revoked = [.. entries.Revoked],
                    Before = before,
                    After = after,
                },
            ],
        };
        return new LeadDecision(commit, state with { Lead = next, Entries = [.. entries.Held] });
    }

    static bool IsSame(Lead lead, Lead next) =>
        lead.Name == next.Name
        && lead.Attributes == next.Attributes
        && lead.UserGroups.SequenceEqual(next.UserGroups)
        && lead.ContactPoints.SequenceEqual(next.ContactPoints);
}
