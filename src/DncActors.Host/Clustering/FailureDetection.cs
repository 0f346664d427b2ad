using Orleans.Configuration;

namespace DncActors.Host.Clustering;

/// <summary>
/// When the silos of a cluster give one of them up. No answer depends on it (a node that is cut off loses its lease within seconds and says so); what depends
/// on it is how long the grains of a silo that is gone cannot be reached, and whether one that is merely slow is thrown out for it.
/// </summary>
static class FailureDetection
{
    /// <summary>
    /// Of one that is gone three probes are missed, a second each where they fail at once. One that hangs is probed through others and with more patience, and
    /// was given up after 10 to 17 s; nothing that stops a lead waits for that. To be thrown out costs a node a new start with all of its blocks to load.
    /// </summary>
    internal static void Set(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(1);
        membership.MinProbeTimeout = TimeSpan.FromSeconds(1);
        membership.MaxProbeTimeout = TimeSpan.FromSeconds(5);
        membership.NumMissedProbesLimit = 3;

        // A silo that the others cannot reach, but the database can, learns of its death by looking.
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);

        // After all were killed at once, a new one waits for the entries of the old ones to be stale: 20 s. Clocks must agree better than that.
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.NumMissedTableIAmAliveLimit = 4;

        // Long enough for that, and then a new start by whatever runs the process is the better try.
        membership.MaxJoinAttemptTime = TimeSpan.FromMinutes(2);

        // The others would judge that by their own clocks: one that is ahead by more would throw out everybody who starts.
        membership.EvictWhenMaxJoinAttemptTimeExceeded = false;

        // Every look reads the dead too; a day of them is enough to ask what happened.
        membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
    }
}
