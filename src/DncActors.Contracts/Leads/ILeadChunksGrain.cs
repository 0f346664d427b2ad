using System.Collections.Immutable;
using DncActors.Contracts.Imports;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;

namespace DncActors.Contracts.Leads;

/// <summary>Takes in the chunks of an import of leads that a gateway cuts.</summary>
[Alias("dnc.ILeadChunksGrain")]
public interface ILeadChunksGrain : IGrainWithIntegerKey
{
    /// <summary>Plans, commits, acknowledges. The same chunk again is the same commit: it may be sent to another silo where no answer came.</summary>
    /// <param name="number">How many chunks of the import came before.</param>
    /// <returns>For each draft why it is refused, or null; or why the import must stop before this chunk.</returns>
    [Alias("Take")]
    Task<Outcome<ImmutableArray<Refusal?>>> TakeAsync(ImportOrder order, int number, ImmutableArray<LeadDraft> drafts);
}
