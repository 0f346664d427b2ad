using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Jobs;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Registry;

/// <summary>
/// Undoes a whole import: a commit that begins a job, and the job's steps, each of which revokes some hundreds of the entries that are still in force. They
/// stay in the record.
/// </summary>
public static class ImportRevocationRules
{
    /// <summary>Kept with the commit that begins it, beside the reason.</summary>
    public const int MaxEvidenceLength = 3_000;

    /// <summary>Why a job ends that meets a person's own wish, and was begun without evidence.</summary>
    public const string AsksForEvidence =
        "The import has brought people's own wishes since: they and what was not revoked before them stay. Undo it again, with evidence.";

    const char Separator = ':';

    /// <summary>Begins it. Refused with every field that is wrong or missing (400); people's own wishes in it ask for evidence.</summary>
    public static Outcome<(Commit Commit, Job Job)> Begin(Request request, EntryImport import, RevocationDraft draft, DateTimeOffset now)
    {
        var errors = new List<FieldError>();
        var read = EntryFieldRules.Read(draft, errors);
        if (read.Evidence is { Length: > MaxEvidenceLength })
            errors.Add(new("evidence", $"The evidence has {read.Evidence.Length} characters: write at most {MaxEvidenceLength} for a whole import."));
        if (import.OptOuts > 0 && read.Evidence is null)
            errors.Add(new("evidence", $"{import.OptOuts} of its entries are people's own wishes: write where it can be found that these are none."));
        if (errors.Count > 0) return Refusal.Validation([.. errors]);
        var left = import.Entries - import.Revoked;
        var job = new Job(
            request.CommitId, request.Organization, JobKinds.ImportRevocation, import.Id.ToString(), request.Actor, now, null, 0, left, null, null);
        var begun = new ChangeDraft { Type = ChangeTypes.ImportRevoked, Subject = import.Id.ToString(), After = ImportJson.Revocation(left, read) };
        return (CommitOf(request, begun, now) with { Job = job, Reply = Write(read) }, job);
    }

    /// <summary>Revokes entries of the import.</summary>
    /// <param name="request">Whose commit id is this step's.</param>
    /// <param name="entries">Those in force, at most <see cref="EntryLimits.MaxEntriesInACommit"/>.</param>
    public static Commit Step(Request request, Guid importId, IEnumerable<DncEntry> entries, RevocationDraft draft, DateTimeOffset now)
    {
        var revocation = new Revocation(now, request.Actor, draft.Reason, draft.Evidence, ExecutionId: null);
        ImmutableArray<EntryRevocation> revoked = [.. entries.Select(e => new EntryRevocation(e.Id, e.Point, e.Channels, e.Source, revocation))];
        var change = new ChangeDraft { Type = ChangeTypes.ImportRevoked, Subject = importId.ToString(), Revoked = revoked };
        return CommitOf(request, change, now) with { Revoke = revoked };
    }

    /// <summary>What was said when it began, from what that commit kept.</summary>
    public static RevocationDraft Read(string reply)
    {
        var end = reply.IndexOf(Separator, StringComparison.Ordinal);
        var (text, length) = (reply[(end + 1)..], int.Parse(reply.AsSpan(0, end), CultureInfo.InvariantCulture));
        return new(text[..length], text.Length == length ? null : text[length..]);
    }

    static string Write(RevocationDraft draft) =>
        string.Create(CultureInfo.InvariantCulture, $"{draft.Reason.Length}{Separator}{draft.Reason}{draft.Evidence}");

    static Commit CommitOf(Request request, ChangeDraft change, DateTimeOffset now) => new()
    {
        Id = request.CommitId,
        Fingerprint = request.Fingerprint,
        Organization = request.Organization,
        Actor = request.Actor,
        At = now,
        Changes = [change],
    };
}
