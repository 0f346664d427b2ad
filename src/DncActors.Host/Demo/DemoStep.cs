using DncActors.Contracts.Leads;
using DncActors.Contracts.Registry;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Host.FirstStart;
using DncActors.Host.Start;

namespace DncActors.Host.Demo;

/// <summary>Loads the demo into a store that has seen nothing but its first start; goes on with one that was cut off, unless somebody has used
/// the store since: made-up leads must not come between real ones.</summary>
sealed class DemoStep(
    ILedger ledger,
    IChangeLog log,
    IGrainFactory grains,
    ILeadImports leads,
    IEntryImports entries,
    TimeProvider time,
    ILogger<DemoStep> logger)
{
    internal async Task LoadAsync(CancellationToken cancellation)
    {
        if (!await IsWantedAsync(cancellation)) return;
        StartLog.Demo(logger);
        var started = time.GetTimestamp();
        var requests = new DemoRequests(Organization.Default, FirstStartRules.KeyId);
        await new DemoLoader(Organization.Default, requests, grains, leads, entries, time).LoadAsync(cancellation);
        StartLog.DemoLoaded(logger, time.GetElapsedTime(started));
    }

    async Task<bool> IsWantedAsync(CancellationToken cancellation)
    {
        if (await FindAsync(DemoRequests.Last) is not null) return false;
        if (await ledger.FindAsync(Organization.Default, FirstStartRules.CommitId) is null) return false;
        if (await IsUntouchedAsync(cancellation)) return true;
        if (await FindAsync(DemoRequests.First) is not null) StartLog.DemoLeftUnfinished(logger);
        return false;
    }

    /// <summary>Whether the first start and the demo are all that is in the log.</summary>
    async Task<bool> IsUntouchedAsync(CancellationToken cancellation)
    {
        var own = DemoCommits.All(Organization.Default);
        var after = 0L;
        while (true)
        {
            var page = await log.ReadAsync(after, IChangeLog.MaxLimit, cancellation);
            if (page.IsEmpty) return true;
            if (page.Any(change => !own.Contains(change.CommitId))) return false;
            after = page[^1].Sequence;
        }
    }

    Task<FoundCommit?> FindAsync(string step) => ledger.FindAsync(Organization.Default, DemoRequests.IdOf(Organization.Default, step));
}
