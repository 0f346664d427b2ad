using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Imports;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Registry;

/// <summary>How entries come in by the hundred: one commit, one change in the log.</summary>
public static class EntryImportRules
{
    /// <summary>Plans the lines as one commit: each is judged alone, and a refused one keeps no other out.</summary>
    /// <param name="request">Whose commit id is this chunk's.</param>
    /// <param name="importId">Stands on every entry that it brings.</param>
    /// <param name="drafts">At most <see cref="EntryLimits.MaxEntriesInACommit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">More drafts than a commit takes.</exception>
    public static ImportPlan Plan(Request request, Guid importId, ImmutableArray<EntryDraft> drafts, DateTimeOffset now, IdSource ids)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drafts.Length, EntryLimits.MaxEntriesInACommit, nameof(drafts));
        var refusals = ImmutableArray.CreateBuilder<Refusal?>(drafts.Length);
        var added = ImmutableArray.CreateBuilder<DncEntry>(drafts.Length);
        var errors = new List<FieldError>();
        foreach (var draft in drafts)
        {
            errors.Clear();
            var read = EntryFieldRules.Read(draft, now, errors);
            refusals.Add(errors.Count > 0 ? Refusal.Validation([.. errors]) : null);
            if (errors.Count == 0) added.Add(EntryRules.Make(request, read, importId, now, ids));
        }
        var lines = refusals.DrainToImmutable();
        return new(added.Count == 0 ? null : CommitOf(request, importId, added.DrainToImmutable(), lines, now), lines);
    }

    static Commit CommitOf(Request request, Guid importId, ImmutableArray<DncEntry> added, ImmutableArray<Refusal?> lines, DateTimeOffset now) => new()
    {
        Id = request.CommitId,
        Fingerprint = request.Fingerprint,
        Organization = request.Organization,
        Actor = request.Actor,
        At = now,
        Add = added,
        Changes = [new() { Type = ChangeTypes.EntriesImported, Subject = importId.ToString(), Added = added }],
        Reply = ImportReply.Write(lines),
    };
}
