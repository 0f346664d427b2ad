using System.Globalization;
using DncActors.ClusterTests.Faults;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Alerts;

/// <summary>What goes wrong with changes on their way into the database.</summary>
static class ChangeFaults
{
    const int Clients = 1_000;

    /// <summary>A little shorter than a group of commits waits for the head.</summary>
    static readonly TimeSpan Held = TimeSpan.FromSeconds(1.6);

    static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);

    static int number;

    public static IEnumerable<AlertFault> All =>
    [
        new("somebody holds a lock on the log's head for 1.6 s, again and again", "they do not any more", "CommitsSlow")
        {
            Keep = HoldHeadAsync,
        },
        new("the same, and a thousand clients add entries", "neither goes on", "LedgerQueueLong", "RequestsShed")
        {
            Keep = (world, enough) => Task.WhenAll([HoldHeadAsync(world, enough), .. Enumerable.Range(0, Clients).Select(_ => FloodAsync(world, enough))]),
        },
        new("PostgreSQL is killed while commits wait for the head", "it is started", "CommitsInDoubt", "ErrorRate")
        {
            Make = async world =>
            {
                // Without a database no request comes as far as to a commit: only those under way are in doubt.
                var held = HoldHeadAsync(world);
                await Passing.TimeAsync(TimeSpan.FromSeconds(1));
                await world.Cluster.Server.KillAsync();
                await held.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            },
            Heal = world => world.Cluster.Server.StartAgainAsync(),
        },
        new("somebody gave the entries' table a check that nothing passes", "the check is dropped", "CommitsRefused", "InternalErrors")
        {
            Make = world => world.ExecuteAsync("alter table entry add constraint by_hand check (false) not valid"),
            Heal = world => world.ExecuteAsync("alter table entry drop constraint by_hand"),
        },
    ];

    static Task HoldHeadAsync(AlertWorld world, CancellationToken enough) => Passing.AgainAsync(Gap, () => HoldHeadAsync(world), enough);

    static Task HoldHeadAsync(AlertWorld world) => world.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture, $"begin; select sequence from ledger_head for update; select pg_sleep({Held.TotalSeconds}); commit"));

    static async Task FloodAsync(AlertWorld world, CancellationToken enough)
    {
        using var api = world.First.Api.Patient();
        while (!enough.IsCancellationRequested)
        {
            try
            {
                await AddAsync(api);
            }
            catch (Exception fault) when (FaultLoad.IsOfConnection(fault))
            {
                // Whatever becomes of it, the next one comes.
            }
        }
    }

    static Task<Answer> AddAsync(Api api) => api.PostAsync("/v1/dnc/entries", new
    {
        phone = string.Create(CultureInfo.InvariantCulture, $"+1202{6_000_000 + Interlocked.Increment(ref number)}"),
        channels = new[] { "call" },
        reason = "asked",
    });
}
