using DncActors.Contracts.Imports;
using DncActors.Contracts.Registry;
using DncActors.Domain.Identity;
using DncActors.Domain.Registry;
using DncActors.Grains.Following;
using DncActors.Grains.Imports;

namespace DncActors.Grains.Registry;

/// <summary>Imports entries of the list.</summary>
sealed class EntryImports(AcknowledgedLedger ledger, Follower follower, TimeProvider time, IdSource ids) : IEntryImports
{
    /// <summary>What an entry weighs beside its reason.</summary>
    const int BareWeight = 300;

    public Task<ImportReport> ImportAsync(ImportOrder order, IAsyncEnumerable<ImportLine<EntryDraft>> lines, CancellationToken cancellation) =>
        new ChunkedImport<EntryDraft>(
            ledger,
            follower,
            order,
            (request, drafts) => new(EntryImportRules.Plan(request, order.Request.CommitId, drafts, time.GetUtcNow(), ids)),
            draft => BareWeight + draft.Reason.Length).RunAsync(lines, cancellation);
}
