using DncActors.Domain.Ledger;
using DncActors.Storage.Json;
using DncActors.Storage.Registry;
using DncActors.Storage.Workflows;

namespace DncActors.Storage.Ledger;

/// <summary>What a change's row holds beside its columns.</summary>
internal sealed record StoredChange(
    string? Subject,
    Guid? Execution,
    string? ActionName,
    StoredStatusRef? From,
    StoredStatusRef? To,
    StoredAddition[]? Added,
    StoredEntryRevocation[]? Revoked,
    StoredDocument? Document,
    string? Before,
    string? After,
    string[]? UserGroups)
{
    public static StoredChange Of(ChangeDraft draft) => new(
        draft.Subject,
        draft.ExecutionId,
        draft.ActionName,
        draft.From is { } from ? StoredStatusRef.Of(from) : null,
        draft.To is { } to ? StoredStatusRef.Of(to) : null,
        StoredAddition.Of(draft.Added),
        StoredText.List(draft.Revoked, StoredEntryRevocation.Of),
        draft.Document is null ? null : StoredDocument.Of(draft.Document),
        draft.Before,
        draft.After,
        StoredText.List(draft.UserGroups));

    public ChangeDraft ToDraft(string type, string? leadId) => new()
    {
        Type = type,
        LeadId = leadId,
        Subject = Subject,
        ExecutionId = Execution,
        ActionName = ActionName,
        From = From?.ToStatus(),
        To = To?.ToStatus(),
        Added = StoredAddition.ToEntries(Added),
        Revoked = StoredText.Items(Revoked, r => r.ToRevocation()),
        Document = Document?.ToDocument(),
        Before = Before,
        After = After,
        UserGroups = StoredText.Items(UserGroups),
    };
}
