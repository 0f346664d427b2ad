using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.Leads;

/// <summary>
/// One lead, <c>{organization}/{leadId}</c>, one turn at a time. Every change is answered when it is durable and known to every node; the same request again
/// gives
/// the same answer, another one under the same id a conflict (<c>idempotency.reused</c>). Refused with <see cref="RefusalCode.Unavailable"/>: unknown, send
/// it again.
/// Permissions are the caller's part; roles that a status or an action asks for are judged here.
/// </summary>
[Alias("dnc.ILeadGrain")]
public interface ILeadGrain : IGrainWithStringKey
{
    /// <summary>Makes the lead; its id is the grain's, whatever the draft says. Conflict: it is taken.</summary>
    [Alias("Create")]
    Task<Outcome<LeadState>> CreateAsync(Request request, LeadDraft draft);

    /// <summary>Changes what the patch names. Conflict: the lead is not at <paramref name="ifVersion"/>.</summary>
    [Alias("Change")]
    Task<Outcome<LeadState>> ChangeAsync(Request request, LeadPatch patch, long? ifVersion);

    /// <summary>Runs an action. A repeat gets the answer of the first, whatever would be judged now.</summary>
    [Alias("Execute")]
    Task<Outcome<Executed>> ExecuteAsync(Request request, string actionId, ExecutionDraft draft);

    /// <summary>Revokes an entry that stems from this lead.</summary>
    [Alias("RevokeEntry")]
    Task<Outcome<DncEntry>> RevokeEntryAsync(Request request, Guid entryId, RevocationDraft draft);
}
