using System.Collections.Immutable;
using System.Diagnostics;
using DncActors.ClusterTests.Faults;

namespace DncActors.ClusterTests.Alerts;

/// <summary>Makes a fault, waits for its alerts, heals it, and waits until they are over.</summary>
public sealed class AlertRun(AlertWorld world, FaultLog log)
{
    /// <summary>Longer than any alert takes, as its times are divided.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public async Task<IReadOnlyList<AlertSeen>> RunAsync(AlertFault fault)
    {
        if (!fault.CanBeMade(world)) return [.. fault.Alerts.Select(alert => new AlertSeen(alert, fault, null, null, [], "cannot be made on this machine"))];
        await world.ReadyAsync();
        await SeeAsync("was quiet", fault.Alerts, areThere: false, Stopwatch.GetTimestamp());
        var before = await NowAsync("firing");
        log.Say($"{string.Join(", ", fault.Alerts)}: {fault.What}");

        var beside = new SortedSet<string>(StringComparer.Ordinal);
        Dictionary<string, TimeSpan> fired = [];
        string? trouble = null;
        using var enough = new CancellationTokenSource();
        try
        {
            await fault.Make(world);
            var kept = fault.Keep(world, enough.Token);
            fired = await SeeAsync("fired", fault.Alerts, areThere: true, Stopwatch.GetTimestamp(), kept, beside);
            await enough.CancelAsync();
            await kept;
        }
#pragma warning disable CA1031 // Whatever it was, it stands in the table, and what was broken is healed.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            trouble = failed.Message.ReplaceLineEndings(" ");
            log.Say($"could not be made: {failed}");
        }
        finally
        {
            await enough.CancelAsync();
        }
        log.Say($"heals: {fault.Healing}");
        var healing = Stopwatch.GetTimestamp();
        try
        {
            await fault.Heal(world);
        }
        catch (Exception) when (trouble is not null)
        {
            // What was not made cannot be healed.
        }
        var over = await SeeAsync("was over", fault.Alerts, areThere: false, healing);
        beside.ExceptWith(before.Concat(fault.Alerts));
        return [.. fault.Alerts.Select(alert => new AlertSeen(alert, fault, Of(fired, alert), Of(over, alert), beside, trouble))];
    }

    /// <summary>How long each took until it was there, or was not any more; those that took too long are left out.</summary>
    async Task<Dictionary<string, TimeSpan>> SeeAsync(
        string what, ImmutableArray<string> alerts, bool areThere, long since, Task? kept = null, SortedSet<string>? beside = null)
    {
        Dictionary<string, TimeSpan> seen = [];
        while (Stopwatch.GetElapsedTime(since) is var elapsed && elapsed < Longest)
        {
            if (kept is { IsFaulted: true }) break;
            var now = await NowAsync(areThere ? "firing" : "firing|pending");
            beside?.UnionWith(now);
            foreach (var alert in alerts)
            {
                if (now.Contains(alert) == areThere)
                {
                    if (seen.TryAdd(alert, elapsed)) log.Say($"  {alert} {what} after {elapsed.TotalSeconds:F0} s");
                }
                else if (!areThere)
                {
                    // What comes back was not over.
                    seen.Remove(alert);
                }
            }
            if (seen.Count == alerts.Length) break;
            await Passing.TimeAsync(LookEvery, TestContext.Current.CancellationToken);
        }
        return seen;
    }

    async Task<IReadOnlySet<string>> NowAsync(string states) =>
        (await world.Prometheus.QueryAsync($"ALERTS{{alertstate=~\"{states}\"}}")).Select(alert => alert.Labels["alertname"]).ToHashSet(StringComparer.Ordinal);

    static TimeSpan? Of(Dictionary<string, TimeSpan> times, string alert) => times.TryGetValue(alert, out var time) ? time : null;
}
