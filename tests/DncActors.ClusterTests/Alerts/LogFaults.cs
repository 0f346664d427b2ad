using DncActors.ClusterTests.Faults;
using DncActors.TestServers;

namespace DncActors.ClusterTests.Alerts;

/// <summary>What goes wrong with those that follow the log: nodes, user groups, streams.</summary>
static class LogFaults
{
    const int FirstPhone = 3_000_000;
    const int Phones = 40_000;

    public static IEnumerable<AlertFault> All =>
    [
        new("a push to a node is lost, and it has no right to read the log", "it is given the right", "FollowerBehind")
        {
            Make = async world =>
            {
                await world.ExecuteAsync($"revoke select on change from {AlertWorld.ThirdRole}");
                FaultNode[] others = [world.First, world.Second];
                foreach (var other in others) world.Cluster.SetBetween(other, world.Third, WireState.Lost);
                await Passing.TimeAsync(TimeSpan.FromSeconds(2));
                foreach (var other in others)
                {
                    FaultCluster.Reset(other, world.Third);
                    world.Third.Peers.Mend(other.Name);
                    other.Peers.Mend(world.Third.Name);
                }
            },
            Heal = world => world.ExecuteAsync($"grant select on change to {AlertWorld.ThirdRole}"),
        },
        new("what grains keep cannot be read nor saved: their table is away", "it is there again", "GroupsBehind")
        {
            Make = world => world.ExecuteAsync("alter table orleansstorage rename to orleansstorage_away"),
            Heal = world => world.ExecuteAsync("alter table orleansstorage_away rename to orleansstorage"),
        },
        new("a dialer resumes from the beginning and does not read on", "its connection is closed", "StreamsBehind")
        {
            Make = world => BlockFaults.ImportAsync(world, FirstPhone, Phones),
            Keep = async (world, enough) =>
            {
                using var listener = await StuckListener.OpenAsync(world.First.Address, world.First.Api.Key!);
                await Passing.TimeAsync(TimeSpan.FromHours(1), enough);
            },
        },
    ];
}
