using System.Collections.Immutable;
using DncActors.Contracts.Leads;
using DncActors.Domain.Identity;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Grains.Access;
using DncActors.Grains.Deciding;
using DncActors.Grains.Following;

namespace DncActors.Grains.Leads;

/// <summary>
/// Turns of one lead. Nothing is kept between them: each begins with one gathered read of the lead, so that what is judged is what is durable, and whoever
/// does the same at the same time can do no harm but a conflict.
/// </summary>
/// <param name="inDoubt">Called when nobody knows what became of a turn.</param>
sealed class LeadTurns(
    string leadId,
    ILeadStore leads,
    IEntryStore entries,
    IPublishedDocuments documents,
    AcknowledgedLedger ledger,
    DecisionLoop loop,
    TimeProvider time,
    IdSource ids,
    Action inDoubt) : ILeadTurns
{
    public Task<Outcome<LeadState>> CreateAsync(Request request, LeadDraft draft) => RunAsync<LeadState>(
        request,
        (state, published) => state is null
            ? ToDecision(LeadRules.Create(request, leadId, draft, published, time.GetUtcNow(), ids))
            : Refusal.Conflict("lead.taken", $"There is a lead '{leadId}' already."),
        loaded => loaded.State);

    public Task<Outcome<LeadState>> ChangeAsync(Request request, LeadPatch patch, long? ifVersion) => RunAsync<LeadState>(
        request,
        (state, published) => state is null
            ? NoSuchLead()
            : ToDecision(LeadRules.Change(request, state, patch, ifVersion, published, time.GetUtcNow(), ids)),
        loaded => loaded.State);

    public async Task<Outcome<Executed>> ExecuteAsync(Request request, string actionId, ExecutionDraft draft)
    {
        var covering = ImmutableArray<DncEntry>.Empty;
        return await RunAsync<Executed>(
            request,
            (state, published) =>
            {
                if (state is null) return NoSuchLead();
                var person = AccessRules.PersonOf(published, request);
                var planned = ExecutionRules.Plan(request, state, actionId, draft, person, published, covering, time.GetUtcNow(), ids);
                return planned.Ok ? new Decision<Executed>(planned.Value.Commit, new Executed(planned.Value.Execution, false)) : planned.Refusal;
            },
            loaded => loaded.Execution is { } execution ? new Executed(execution, true) : null,
            async (state, published) => covering = ExecutionRules.ReadsCovering(state.Lead, actionId, published)
                ? await entries.ReadByPointsAsync(request.Organization, [.. state.Lead.ContactPoints.Select(p => p.Point)], CancellationToken.None)
                : []);
    }

    public async Task<Outcome<DncEntry>> RevokeEntryAsync(Request request, Guid entryId, RevocationDraft draft)
    {
        DncEntry? entry = null;
        return await RunAsync<DncEntry>(
            request,
            (state, _) =>
            {
                if (state is null) return NoSuchLead();
                if (entry is null) return Refusal.NotFound("entry", entryId.ToString());
                var planned = LeadEntryRules.Revoke(request, state, entry, draft, time.GetUtcNow());
                return planned.Ok ? new Decision<DncEntry>(planned.Value.Commit, planned.Value.Entry) : planned.Refusal;
            },
            _ => entry,
            async (state, _) => entry = state.Entries.FirstOrDefault(e => e.Id == entryId)
                ?? await entries.ReadAsync(request.Organization, entryId, CancellationToken.None));
    }

    /// <summary>
    /// Loads, plans and commits. Who writes finds a repeat without being told to look; where nothing would be written, it is looked for here, before that is
    /// said. A refusal tells where the lead stands now: it waits, too, until every node knows what it was judged by.
    /// </summary>
    /// <param name="plan">With the lead, or null where there is none.</param>
    /// <param name="repeat">The answer of the request's own commit, from a load that found it.</param>
    /// <param name="prepare">What else must be read before planning on a lead that is there.</param>
    async Task<Outcome<T>> RunAsync<T>(
        Request request,
        Func<LeadState?, OrganizationDocuments, Outcome<Decision<T>>> plan,
        Func<LoadedLead, T?> repeat,
        Func<LeadState, OrganizationDocuments, Task>? prepare = null)
        where T : class
    {
        try
        {
            var loaded = await leads.LoadAsync(request.Organization, leadId, commitId: null);
            if (await documents.FindAsync(request.Organization) is not { } published) return Refusal.NotFound("organization", request.Organization);
            await PrepareAsync();
            var looked = false;
            var outcome = await loop.DecideAsync(
                async () =>
                {
                    if (!looked)
                    {
                        looked = true;
                        var planned = plan(loaded.State, published);
                        if (planned is { Ok: true, Value.Commit: not null }) return planned;
                    }
                    await LoadAgainAsync();
                    if (loaded.Found is null) return plan(loaded.State, published);
                    var answer = await RepeatAsync(request, loaded, repeat);
                    return answer.Ok ? new Decision<T>(null, answer.Value) : answer.Refusal;
                },
                async _ =>
                {
                    await LoadAgainAsync();
                    return await RepeatAsync(request, loaded, repeat);
                });
            if (!outcome.Ok && loaded.State is { } judged) await ledger.AcknowledgeAsync(judged.Sequence);
            return outcome;

            async Task LoadAgainAsync()
            {
                loaded = await leads.LoadAsync(request.Organization, leadId, request.CommitId);
                published = await documents.FindAsync(request.Organization) ?? published;
                await PrepareAsync();
            }

            // An action may be edited, or a role taken away, while it reads: it reads for what is judged by.
            async Task PrepareAsync()
            {
                for (var round = 0; round < DecisionLoop.MostRounds && loaded.State is { } state && prepare is not null; round++)
                {
                    var judgedBy = published;
                    await prepare(state, judgedBy);
                    published = await documents.FindAsync(request.Organization) ?? judgedBy;
                    if (ReferenceEquals(published, judgedBy)) return;
                }
            }
        }
        catch (LedgerUnavailableException)
        {
            inDoubt();
            return DecidingRefusals.Unknown();
        }
    }

    async Task<Outcome<T>> RepeatAsync<T>(Request request, LoadedLead loaded, Func<LoadedLead, T?> repeat)
        where T : class
    {
        var found = loaded.Found ?? throw new LedgerUnavailableException("The ledger knows the commit, its reader does not yet.");
        if (found.Fingerprint != request.Fingerprint || repeat(loaded) is not { } answer) return DecidingRefusals.Reused();
        await ledger.AcknowledgeAsync(Math.Max(found.Sequence, loaded.State?.Sequence ?? 0));
        return answer;
    }

    static Outcome<Decision<LeadState>> ToDecision(Outcome<LeadDecision> planned) =>
        planned.Ok ? new Decision<LeadState>(planned.Value.Commit, planned.Value.After) : planned.Refusal;

    Refusal NoSuchLead() => Refusal.NotFound("lead", leadId);
}
