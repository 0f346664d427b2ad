using System.Diagnostics;

namespace DncActors.ClusterTests.Crash;

/// <summary>
/// The promise "after the ack, never", tested over a history in linear time: no check that began after a block of its contact point was acknowledged
/// said "allowed", unless the end of that block had been asked for before the check's answer came, or its time may have been over by then.
/// What was never acknowledged forbids nothing: it may have taken effect, or may yet.
/// </summary>
public static class HistoryChecker
{
    public static IReadOnlyList<string> Violations(History history)
    {
        // First those that were made last: what is acknowledged while this runs is not looked for.
        var allowed = history.Allowed.ToArray();
        var unblockings = history.Unblockings.ToArray().GroupBy(u => (u.Point, u.Of)).ToDictionary(g => g.Key, g => g.Min(u => u.InvokedAt));
        var acknowledged = history.Acknowledgements.ToArray().ToLookup(a => a.Point);
        return
        [
            .. from check in allowed
               let block = acknowledged[check.Point].Where(a => Forbids(a, check, unblockings)).MinBy(a => a.At)
               where block is not null
               select $"{check.How} of {check.Point} said allowed: it began {Milliseconds(block.At, check.InvokedAt)} ms after {block.By} was acknowledged, "
                   + $"and took {Milliseconds(check.InvokedAt, check.AnsweredAt)} ms",
        ];
    }

    static bool Forbids(Acknowledged block, Checked check, Dictionary<(string Point, string Of), long> unblockings) =>
        block.At < check.InvokedAt
        && !(block.OverAt <= check.AnsweredAt)
        && !(unblockings.TryGetValue((block.Point, block.By), out var asked) && asked < check.AnsweredAt);

    static long Milliseconds(long from, long to) => (long)Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
