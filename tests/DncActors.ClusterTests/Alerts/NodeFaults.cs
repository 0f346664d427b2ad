using DncActors.TestServers;

namespace DncActors.ClusterTests.Alerts;

/// <summary>What goes wrong with nodes and their leases.</summary>
static class NodeFaults
{
    /// <summary>Longer than a lease, and than a silent node is waited for.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public static IEnumerable<AlertFault> All =>
    [
        new("all nodes are killed", "they are started", "NoNodeAnswers")
        {
            Make = async world =>
            {
                foreach (var node in world.Cluster.All) await node.KillAsync();
            },
            Heal = world =>
            {
                foreach (var node in world.Cluster.All) node.Revive();
                return Task.CompletedTask;
            },
        },
        new("a node is killed", "it is started", "NodeMissing")
        {
            Make = world => world.Third.KillAsync(),
            Heal = world => Done(world.Third.Revive),
        },
        new("nothing passes between a node and the database; it is asked all the same", "the way is mended", "LeaseOver", "ChecksFailClosed")
        {
            Make = world => Done(() =>
            {
                foreach (var way in Enum.GetValues<WireWay>()) world.Second.Database.Set(way, WireState.Held);
            }),
            Heal = world => Done(() =>
            {
                world.Second.Database.Reset("");
                world.Second.Database.Mend();
            }),
        },
        new("each renewal of a lease takes the database 1.3 s", "the database is as fast as before", "LeaseNearItsEnd")
        {
            Make = world => world.ExecuteAsync(
                """
                create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(1.3); return new; end $$;
                create trigger slow before update on node_lease for each row execute function slowly();
                """),
            Heal = world => world.ExecuteAsync("drop trigger slow on node_lease; drop function slowly()"),
        },
        new("a node stands still for 3 s, again and again", "it does not any more", "LeasesLost", "PeersSilent", "PeersAwaited")
        {
            Keep = (world, enough) => Passing.AgainAsync(
                Pause,
                async () =>
                {
                    await world.Third.SignalAsync("STOP");
                    await Passing.TimeAsync(Pause);
                    await world.Third.SignalAsync("CONT");
                },
                enough),
        },
        new("a node that starts has no right to read the entries", "it is given the right", "IndexLoadFailing", "NodeStillLoading")
        {
            Make = async world =>
            {
                await world.Third.KillAsync();
                await world.ExecuteAsync($"revoke select on entry from {AlertWorld.ThirdRole}");
                world.Third.Revive();
            },
            Heal = world => world.ExecuteAsync($"grant select on entry to {AlertWorld.ThirdRole}"),
        },
    ];

    static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
