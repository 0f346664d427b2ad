using DncActors.Contracts.Leads;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using Request = DncActors.Domain.Ledger.Request;

namespace DncActors.Gateway.Leads;

/// <summary>The turns of a lead's grain.</summary>
sealed class GrainTurns(ILeadGrain grain) : ILeadTurns
{
    public Task<Outcome<LeadState>> CreateAsync(Request request, LeadDraft draft) => grain.CreateAsync(request, draft);

    public Task<Outcome<LeadState>> ChangeAsync(Request request, LeadPatch patch, long? ifVersion) => grain.ChangeAsync(request, patch, ifVersion);

    public Task<Outcome<Executed>> ExecuteAsync(Request request, string actionId, ExecutionDraft draft) => grain.ExecuteAsync(request, actionId, draft);

    public Task<Outcome<DncEntry>> RevokeEntryAsync(Request request, Guid entryId, RevocationDraft draft) => grain.RevokeEntryAsync(request, entryId, draft);
}
