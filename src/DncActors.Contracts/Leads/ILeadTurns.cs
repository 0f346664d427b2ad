using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.Leads;

/// <summary>What <see cref="ILeadGrain"/> does to one lead, by whomever it is done.</summary>
public interface ILeadTurns
{
    /// <inheritdoc cref="ILeadGrain.CreateAsync"/>
    Task<Outcome<LeadState>> CreateAsync(Request request, LeadDraft draft);

    /// <inheritdoc cref="ILeadGrain.ChangeAsync"/>
    Task<Outcome<LeadState>> ChangeAsync(Request request, LeadPatch patch, long? ifVersion);

    /// <inheritdoc cref="ILeadGrain.ExecuteAsync"/>
    Task<Outcome<Executed>> ExecuteAsync(Request request, string actionId, ExecutionDraft draft);

    /// <inheritdoc cref="ILeadGrain.RevokeEntryAsync"/>
    Task<Outcome<DncEntry>> RevokeEntryAsync(Request request, Guid entryId, RevocationDraft draft);
}
