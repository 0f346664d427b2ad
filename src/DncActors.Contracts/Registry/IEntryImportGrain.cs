using DncActors.Domain.Jobs;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.Registry;

/// <summary>One import of entries, <c>{organization}/{importId}</c>.</summary>
[Alias("dnc.IEntryImportGrain")]
public interface IEntryImportGrain : IGrainWithStringKey
{
    /// <summary>Begins to undo the import; the job is done when every node knows of the last entry that was revoked.</summary>
    [Alias("Revoke")]
    Task<Outcome<Job>> RevokeAsync(Request request, RevocationDraft draft);
}
