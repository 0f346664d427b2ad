using DncActors.Contracts.Identity;
using DncActors.Contracts.Jobs;
using DncActors.Contracts.Registry;
using DncActors.Domain.Jobs;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Grains.Deciding;

namespace DncActors.Grains.Registry;

/// <summary>Begins the undoing of one import.</summary>
sealed class EntryImportGrain(IEntryStore entries, IJobStore jobs, DecisionLoop loop, TimeProvider time) : Grain, IEntryImportGrain
{
    public async Task<Outcome<Job>> RevokeAsync(Request request, RevocationDraft draft)
    {
        var (_, id) = GrainKeys.Parse(this.GetPrimaryKeyString());
        var importId = Guid.Parse(id);
        var begun = await loop.RunAsync<Job>(
            request,
            async () =>
            {
                if (await entries.ReadImportAsync(request.Organization, importId, CancellationToken.None) is not { } import)
                    return Refusal.NotFound("import", TextRules.Shorten(id));
                var planned = ImportRevocationRules.Begin(request, import, draft, time.GetUtcNow());
                return planned.Ok ? new Decision<Job>(planned.Value.Commit, planned.Value.Job) : planned.Refusal;
            },
            async _ => await jobs.ReadAsync(request.Organization, request.CommitId, CancellationToken.None) is { } job
                ? job
                : Refusal.NotFound("job", request.CommitId.ToString()),
            DeactivateOnIdle);
        if (begun is { Ok: true, Value: { FinishedAt: null } job })
            await GrainFactory.GetGrain<IJobGrain>(GrainKeys.Of(job.Organization, job.Id.ToString())).WakeAsync();
        return begun;
    }
}
