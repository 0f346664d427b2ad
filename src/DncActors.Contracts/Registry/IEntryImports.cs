using DncActors.Contracts.Imports;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.Registry;

/// <summary>Takes in entries of the list by the stream: chunk by chunk is planned, committed and acknowledged; memory stays flat.</summary>
public interface IEntryImports
{
    /// <summary>Reads the lines to their end, or until the store fails. Never throws for a line; a reading that fails (a cut body) stops the import, and the
    /// report says why and what is in.</summary>
    Task<ImportReport> ImportAsync(ImportOrder order, IAsyncEnumerable<ImportLine<EntryDraft>> lines, CancellationToken cancellation);
}
