using System.Collections.Concurrent;
using System.Diagnostics;

namespace DncActors.ClusterTests.Crash;

/// <summary>What clients did and were told, on one monotonic clock: that of the driving process, which nobody kills.</summary>
public sealed class History
{
    readonly ConcurrentQueue<Acknowledged> acknowledged = new();
    readonly ConcurrentQueue<Checked> @checked = new();

    public IReadOnlyCollection<Acknowledged> Acknowledgements => acknowledged;

    public IReadOnlyCollection<Checked> Checks => @checked;

    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>An answer came that reports the contact point as blocked.</summary>
    public void Acknowledge(string point, string by) => acknowledged.Enqueue(new(point, by, Now));

    /// <summary>A check was answered. <paramref name="invokedAt"/> was taken before it was sent.</summary>
    public void Check(string point, string how, long invokedAt, bool allowed) => @checked.Enqueue(new(point, how, invokedAt, Now, allowed));
}
