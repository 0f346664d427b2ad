using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Leads;

/// <summary>Entries of a lead that people end by hand.</summary>
public static class LeadEntryRules
{
    /// <summary>
    /// Ends an entry that stems from the lead, and with it the flag of its execution as far as nothing of it is left. One that is revoked already is
    /// answered as it is. Refused where the entry is not this lead's (404), where it stems from the lead's status (422), and with every field that is
    /// wrong or missing (400).
    /// </summary>
    /// <param name="entry">As the lead holds it, or as the store knows it where the lead does not hold it any more.</param>
    public static Outcome<LeadEntryDecision> Revoke(Request request, LeadState state, DncEntry entry, RevocationDraft draft, DateTimeOffset now)
    {
        var lead = state.Lead;
        if (entry.LeadId != lead.Id) return Refusal.NotFound("entry of this lead", entry.Id.ToString());
        if (entry.Revoked is not null) return new LeadEntryDecision(null, entry, state);
        var read = EntryRevocationRules.Read(entry, draft);
        if (!read.Ok) return read.Refusal;

        var revocation = new Revocation(now, request.Actor, read.Value.Reason, read.Value.Evidence, ExecutionId: null);
        var revoke = new EntryRevocation(entry.Id, entry.Point, entry.Channels, entry.Source, revocation);
        var held = state.Entries.RemoveAll(e => e.Id == entry.Id);
        var flags = LeadFlagRules.AfterRevocation(lead.Flags, entry, held);
        var next = lead with { Version = lead.Version + 1, Flags = LeadFlagRules.Kept(flags, now) };
        var commit = new Commit
        {
            Id = request.CommitId,
            Fingerprint = request.Fingerprint,
            Organization = request.Organization,
            Actor = request.Actor,
            At = now,
            Leads = [new(next, lead.Version, ContactPointsChanged: false)],
            Revoke = [revoke],
            Changes =
            [
                new()
                {
                    Type = ChangeTypes.EntryRevoked,
                    LeadId = lead.Id,
                    Subject = entry.Id.ToString(),
                    Revoked = [revoke],
                    Before = LeadJson.Flagged(lead.Flags, now),
                    After = LeadJson.Flagged(flags, now),
                },
            ],
            Reply = entry.Id.ToString(),
        };
        return new LeadEntryDecision(commit, entry with { Revoked = revocation }, state with { Lead = next, Entries = held });
    }
}
