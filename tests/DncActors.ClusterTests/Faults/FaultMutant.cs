using System.Collections.Immutable;

namespace DncActors.ClusterTests.Faults;

/// <summary>A promise that is broken on purpose (<c>DNC_MUTANT</c>), and the faults that show it soonest.</summary>
public sealed record FaultMutant(string Name, ImmutableArray<FaultKind> Shows)
{
    public static readonly ImmutableArray<FaultMutant> All =
    [
        new("ack-before-publishing", [FaultKind.CutFromBoth, FaultKind.PauseNode]),
        new("no-lease-test", [FaultKind.CutFromBoth, FaultKind.PauseNode]),
        new("row-deleted-without-waiting", [FaultKind.CutFromBoth]),
        new("revoked-renewed", [FaultKind.PauseNode, FaultKind.DatabaseIsNotHeard, FaultKind.CutFromPeers]),
        new("served-before-loaded", [FaultKind.KillNode]),
        new("ready-before-caught-up", [FaultKind.KillNode, FaultKind.CutFromBoth, FaultKind.PauseNode]),
        new("push-lost", [FaultKind.SetClock]),
        new("push-over-a-gap", [FaultKind.CutFromPeers, FaultKind.PeersAreNotHeard, FaultKind.CutFromBoth]),
        new("repeat-without-waiting", [])
        {
            // What is in doubt by the second is repeated while the node that is cut off still has its lease.
            Always =
            [
                new(FaultKind.CutFromBoth, Node: 2, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(3), Resets: false, TimeSpan.Zero),
                new(FaultKind.CutBehindCommit, Node: 0, TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(0.4), Resets: false, TimeSpan.Zero),
                new(FaultKind.CutBehindCommit, Node: 1, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(0.4), Resets: false, TimeSpan.Zero),
            ],
        },
        new("expiry-by-own-clock", [FaultKind.SetClock]),
        new("idempotency-off", [FaultKind.SetClock]),
    ];

    /// <summary>The one round that shows it.</summary>
    public ImmutableArray<Fault> Always { get; init; } = [];
}
