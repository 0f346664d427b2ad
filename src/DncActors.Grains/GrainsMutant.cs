using DncActors.Domain.Ledger;
#if DNC_MUTANTS
using DncActors.Grains.Leases;
#endif

namespace DncActors.Grains;

/// <summary>
/// Breaks a promise on purpose, in builds made with <c>DNC_MUTANTS</c> only, where <c>DNC_MUTANT</c> in the environment names one of these. A fault run that
/// does not notice proves nothing.
/// </summary>
static class GrainsMutant
{
    /// <summary>A found commit is answered at once, whoever has it by then.</summary>
    public static bool RepeatsWithoutWaiting => Is("repeat-without-waiting");

    /// <summary>What was blocked before the start is not loaded.</summary>
    public static bool ServesBeforeItIsLoaded => Is("served-before-loaded");

    /// <summary>What is missing before a batch is left out.</summary>
    public static bool AppliesOverAGap => Is("push-over-a-gap");

    /// <summary>What a batch of another node blocks is lost on its way in, and nobody looks for it.</summary>
    public static bool LosesPushes => Is("push-lost");

    /// <summary>Entries expire by this machine's clock.</summary>
    public static bool ExpiresByOwnClock => Is("expiry-by-own-clock");

    public static CommittedBatch WithoutBlocks(CommittedBatch batch) =>
        batch with { Changes = [.. batch.Changes.Select(change => change with { Blocks = [] })] };

#if DNC_MUTANTS
    static readonly string? _on = Environment.GetEnvironmentVariable("DNC_MUTANT");

    static bool Is(string name) => _on == name;

    public static LeaseRules Rules(LeaseOptions options) => new Broken(options);

    sealed class Broken(LeaseOptions options) : LeaseRules(options)
    {
        public override bool Holds(LeaseSnapshot lease, Moment now) => Is("no-lease-test") ? lease.MayAnswer : base.Holds(lease, now);

        public override long PassedByAll(IReadOnlyCollection<AwaitedRow> rows) => Is("ack-before-publishing") ? long.MaxValue : base.PassedByAll(rows);

        public override bool WaitedOut(AwaitedRow row, TimeSpan now) =>
            Is("row-deleted-without-waiting") ? row.RevokedAt is not null : base.WaitedOut(row, now);

        public override bool MayBegin(long? head, long queued, long applied) => Is("ready-before-caught-up") || base.MayBegin(head, queued, applied);
    }
#else
    static bool Is(string name)
    {
        _ = name;
        return false;
    }
#endif
}
