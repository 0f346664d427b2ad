using DncActors.Contracts.Imports;
using DncActors.Domain.Leads;

namespace DncActors.Contracts.Leads;

/// <summary>Takes in leads by the stream: chunk by chunk is planned, committed and acknowledged; memory stays flat.</summary>
public interface ILeadImports
{
    /// <summary>Reads the lines to their end, or until the store fails. Never throws for a line; a reading that fails (a cut body) stops the import, and the
    /// report says why and what is in.</summary>
    Task<ImportReport> ImportAsync(ImportOrder order, IAsyncEnumerable<ImportLine<LeadDraft>> lines, CancellationToken cancellation);
}
