using System.Collections.Immutable;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Grains.Deciding;
using DncActors.Grains.Following;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Registry;

/// <summary>One shard of an organization's list. The truth is in the ledger; here is what was asked for lately, and the counters.</summary>
[CollectionAgeLimit(Minutes = 60)]
sealed partial class DncRegistryGrain(
    [PersistentState("registryHits", GrainStorageNames.Dnc)] IPersistentState<RegistryHitsState> saved,
    IEntryStore entries,
    IPublishedDocuments documents,
    DecisionLoop loop,
    Follower follower,
    ShardSequences shards,
    TimeProvider time,
    IdSource ids,
    ILogger<DncRegistryGrain> logger) : Grain, IDncRegistryGrain
{
    const int MostExplained = 4_096;
    const int MostCounted = 10_000;
    const int MostAtOnce = 1_000;
    static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(5);

    readonly ExplanationCache _explained = new(MostExplained);
    HitCounter _hits = null!;
    string _organization = "";
    int _shard;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_organization, _shard) = RegistryShards.ParseKey(this.GetPrimaryKeyString());
        _hits = new(saved.State.Hits, MostCounted);
        // One shard after the other, since they come to life together; and between the grain's other turns: a check that wants to know why it is blocked does
        // not wait for the writing.
        var first = SaveEvery + (SaveEvery * _shard / RegistryShards.Count);
        this.RegisterGrainTimer(
            static (grain, token) => grain.SaveAsync(token), this, new() { DueTime = first, Period = SaveEvery, Interleave = true });
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => SaveAsync(cancellationToken);

    public Task<Outcome<DncEntry>> AddAsync(Request request, EntryDraft draft) =>
        RunAsync(request, () => new(EntryRules.Add(request, draft, time.GetUtcNow(), ids)));

    public Task<Outcome<DncEntry>> RevokeAsync(Request request, DncEntry entry, RevocationDraft draft) => RunAsync(
        request,
        async () => await entries.ReadAsync(_organization, entry.Id, CancellationToken.None) is { } known
            ? EntryRules.Revoke(request, known, draft, time.GetUtcNow())
            : Refusal.NotFound("entry", entry.Id.ToString()));

    public async Task<ImmutableArray<VerdictReason>> ExplainAsync(ContactPoint point, Channels channel, long asOf, DateTimeOffset now)
    {
        var found = await FindAsync([point], asOf);
        return VerdictRules.Explain(point, channel, found[0], await documents.FindAsync(_organization), now);
    }

    public async Task CountHitsAsync(ImmutableArray<PointHits> hits)
    {
        foreach (var chunk in hits.Chunk(MostAtOnce))
        {
            var found = await FindAsync([.. chunk.Select(h => h.Point)], asOf: 0);
            foreach (var (hit, known) in chunk.Zip(found))
            {
                foreach (var entry in known)
                {
                    if (entry.InForce(hit.LastAt) && entry.Channels.HasFlag(hit.Channel)) _hits.Count(entry, hit.Count, hit.LastAt);
                }
            }
        }
    }

    public Task<ImmutableArray<EntryHits>> GetHitsAsync(ImmutableArray<Guid> entryIds) =>
        Task.FromResult<ImmutableArray<EntryHits>>([.. entryIds.Take(MostAtOnce).Select(_hits.Find).OfType<EntryHits>()]);

    Task<Outcome<DncEntry>> RunAsync(Request request, Func<ValueTask<Outcome<EntryDecision>>> plan) => loop.RunAsync<DncEntry>(
        request,
        async () => await plan() is var planned && planned.Ok ? new Decision<DncEntry>(planned.Value.Commit, planned.Value.Entry) : planned.Refusal!,
        async reply => await entries.ReadAsync(_organization, Guid.Parse(reply!), CancellationToken.None) is { } entry
            ? entry
            : Refusal.NotFound("entry", reply!),
        DeactivateOnIdle);

    /// <summary>The entries of each contact point that are not revoked, as of at least that sequence: what is not known is one gathered read.</summary>
    async Task<ImmutableArray<ImmutableArray<DncEntry>>> FindAsync(ImmutableArray<ContactPoint> points, long asOf)
    {
        var found = new ImmutableArray<DncEntry>[points.Length];
        var missing = new List<int>();
        var lastChange = shards.LastChange(_organization, _shard);
        for (var i = 0; i < points.Length; i++)
        {
            if (!_explained.TryFind(points[i], asOf, follower.Applied, lastChange, out found[i])) missing.Add(i);
        }
        if (missing.Count > 0)
        {
            // Noted before the read: it reflects at least what was committed then.
            var applied = follower.Applied;
            var read = await entries.ReadByPointsAsync(_organization, [.. missing.Select(i => points[i])], CancellationToken.None);
            var byPoint = read.ToLookup(e => e.Point);
            foreach (var i in missing)
            {
                found[i] = [.. byPoint[points[i]]];
                _explained.Keep(points[i], applied, found[i]);
            }
        }
        return [.. found];
    }

    async Task SaveAsync(CancellationToken cancellation)
    {
        if (!_hits.Dirty) return;
        _hits.Dirty = false;
        // A copy: counting goes on while it is written.
        saved.State.Hits = _hits.Copy();
        try
        {
            await saved.WriteStateAsync(cancellation);
        }
#pragma warning disable CA1031 // Whatever kept it from being saved: counters may lag, and another activation goes on from the last saving.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogNotSaved(logger, fault, _organization, _shard);
            DeactivateOnIdle();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The hit counters of {Organization}, shard {Shard}, were not saved")]
    private static partial void LogNotSaved(ILogger logger, Exception fault, string organization, int shard);
}
