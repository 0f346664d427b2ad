using System.Collections.Concurrent;
using System.Diagnostics;

namespace DncActors.ClusterTests.Crash;

/// <summary>What clients did and were told, on one monotonic clock: that of the driving process, which nobody kills.</summary>
public sealed class History
{
    readonly ConcurrentQueue<Acknowledged> acknowledged = new();
    readonly ConcurrentQueue<Unblocking> unblockings = new();
    readonly ConcurrentQueue<Checked> allowed = new();
    int checks;

    /// <summary>Called with the contact points of each acknowledgement, behind it.</summary>
    public event Action<IReadOnlyList<string>>? OnAcknowledged;

    public IReadOnlyCollection<Acknowledged> Acknowledgements => acknowledged;

    public IReadOnlyCollection<Unblocking> Unblockings => unblockings;

    /// <summary>The checks that said "allowed": no other can be wrong.</summary>
    public IReadOnlyCollection<Checked> Allowed => allowed;

    /// <summary>How many checks were answered, whatever they said.</summary>
    public int Checks => Volatile.Read(ref checks);

    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>An answer came that reports the contact points as blocked.</summary>
    public void Acknowledge(string by, IReadOnlyList<string> points, long? overAt = null)
    {
        var at = Now;
        foreach (var point in points) acknowledged.Enqueue(new(point, by, at, overAt));
        OnAcknowledged?.Invoke(points);
    }

    /// <summary>The end of a block is about to be asked for.</summary>
    public void Unblock(string point, string of) => unblockings.Enqueue(new(point, of, Now));

    /// <summary>A check was answered. <paramref name="invokedAt"/> was taken before it was sent.</summary>
    public void Check(string point, string how, long invokedAt, bool allowed)
    {
        Interlocked.Increment(ref checks);
        if (allowed) this.allowed.Enqueue(new(point, how, invokedAt, Now));
    }
}
