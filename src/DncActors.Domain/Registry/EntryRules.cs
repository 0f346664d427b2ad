using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Registry;

/// <summary>Entries that people put on the Do Not Contact list, and take off it, by hand.</summary>
public static class EntryRules
{
    /// <summary>A new entry. Refused with every wrong field (400).</summary>
    public static Outcome<EntryDecision> Add(Request request, EntryDraft draft, DateTimeOffset now, IdSource ids)
    {
        var errors = new List<FieldError>();
        var read = EntryFieldRules.Read(draft, now, errors);
        if (draft.Source is not (EntrySource.Manual or EntrySource.OptOut))
        {
            errors.Add(new("source", "An entry that is added by hand is 'manual' or 'optOut': write one of them."));
        }
        if (errors.Count > 0) return Refusal.Validation([.. errors]);
        var entry = Make(request, read, importId: null, now, ids);
        var change = new ChangeDraft { Type = ChangeTypes.EntriesAdded, Subject = entry.Id.ToString(), Added = [entry] };
        return new EntryDecision(CommitOf(request, entry, change, now) with { Add = [entry] }, entry);
    }

    /// <summary>
    /// Ends an entry that stems from no lead. One that is revoked already is answered as it is: who did it first, and why, stays in the record. Refused where
    /// it stems from a lead (its lead's plan does that), and with every field that is wrong or missing (400); an opt-out asks for evidence.
    /// </summary>
    public static Outcome<EntryDecision> Revoke(Request request, DncEntry entry, RevocationDraft draft, DateTimeOffset now)
    {
        if (entry.Revoked is not null) return new EntryDecision(null, entry);
        var read = EntryRevocationRules.Read(entry, draft);
        if (!read.Ok) return read.Refusal;
        if (entry.LeadId is not null) throw new ArgumentException("An entry of a lead is revoked by its lead's plan.", nameof(entry));
        var revocation = new Revocation(now, request.Actor, read.Value.Reason, read.Value.Evidence, ExecutionId: null);
        var revoke = new EntryRevocation(entry.Id, entry.Point, entry.Channels, entry.Source, revocation);
        var change = new ChangeDraft { Type = ChangeTypes.EntryRevoked, Subject = entry.Id.ToString(), Revoked = [revoke] };
        return new EntryDecision(CommitOf(request, entry, change, now) with { Revoke = [revoke] }, entry with { Revoked = revocation });
    }

    internal static DncEntry Make(Request request, EntryDraft draft, Guid? importId, DateTimeOffset now, IdSource ids) => new(
        ids.Next(now),
        draft.Point,
        draft.Channels,
        draft.Source,
        draft.Reason,
        LeadId: null,
        ExecutionId: null,
        request.Actor,
        now,
        draft.ExpiresAt,
        importId,
        Revoked: null);

    /// <summary>A repeat is answered from the reply: the entry's id.</summary>
    static Commit CommitOf(Request request, DncEntry entry, ChangeDraft change, DateTimeOffset now) => new()
    {
        Id = request.CommitId,
        Fingerprint = request.Fingerprint,
        Organization = request.Organization,
        Actor = request.Actor,
        At = now,
        Changes = [change],
        Reply = entry.Id.ToString(),
    };
}
