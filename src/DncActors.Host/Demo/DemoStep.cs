using DncActors.Contracts.Leads;
using DncActors.Contracts.Registry;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Host.FirstStart;
using DncActors.Host.Start;

namespace DncActors.Host.Demo;

/// <summary>Loads the demo into a store that has seen nothing but its first start; goes on with one that was cut off.</summary>
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
        if (await FindAsync(DemoRequests.First) is not null) return true;
        var first = await ledger.FindAsync(Organization.Default, FirstStartRules.CommitId);
        return first is not null && await log.ReadHeadAsync(cancellation) == first.Sequence;
    }

    Task<FoundCommit?> FindAsync(string step) => ledger.FindAsync(Organization.Default, DemoRequests.IdOf(Organization.Default, step));
}
