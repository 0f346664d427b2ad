using DncActors.Contracts.Leads;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.Grains.Leads;

/// <summary>One lead, one turn at a time.</summary>
sealed class LeadGrain(LeadStandIns turns) : Grain, ILeadGrain
{
    LeadTurns _turns = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _turns = turns.Of(this.GetPrimaryKeyString(), DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public Task<Outcome<LeadState>> CreateAsync(Request request, LeadDraft draft) => _turns.CreateAsync(request, draft);

    public Task<Outcome<LeadState>> ChangeAsync(Request request, LeadPatch patch, long? ifVersion) => _turns.ChangeAsync(request, patch, ifVersion);

    public Task<Outcome<Executed>> ExecuteAsync(Request request, string actionId, ExecutionDraft draft) => _turns.ExecuteAsync(request, actionId, draft);

    public Task<Outcome<DncEntry>> RevokeEntryAsync(Request request, Guid entryId, RevocationDraft draft) =>
        _turns.RevokeEntryAsync(request, entryId, draft);
}
