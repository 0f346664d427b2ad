using System.Collections.Concurrent;
using DncActors.Contracts.Identity;
using DncActors.Contracts.UserGroups;
using DncActors.Domain.Ledger;
using DncActors.Grains.Following;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.UserGroups;

/// <summary>
/// Tells the user groups that a change names that there is more to read. Many changes of a moment are one hint a group. A group that could not be told is told
/// again in a while: one that is not active has no timer that would make up for it.
/// </summary>
sealed partial class GroupHints(IGrainFactory grains, TimeProvider time, GroupInstruments instruments, ILogger<GroupHints> logger)
    : BackgroundService, IFollowerListener
{
    /// <summary>
    /// At 4,000 executions a second the ring of the newest changes reaches back 60 ms. A group that comes later than that, after a long collection say, reads
    /// pages of the store's from then on, and with 50 ms hardly ever came back into the ring.
    /// </summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<string, long> _pending = new(StringComparer.Ordinal);

    readonly ConcurrentDictionary<string, byte> _underWay = new(StringComparer.Ordinal);

    /// <summary>Those that could not be told, and what.</summary>
    readonly ConcurrentDictionary<string, long> _untold = new(StringComparer.Ordinal);

    readonly Signal _more = new();
    Exception? _failed;

    public void OnApplied(ReadOnlySpan<Change> changes, long after, long upTo)
    {
        foreach (var change in changes)
        {
            foreach (var group in change.What.UserGroups) _pending[GrainKeys.Of(change.Organization, group)] = change.Sequence;
        }
    }

    public void OnMoved(long upTo)
    {
        if (!_pending.IsEmpty) _more.Pulse();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        instruments.Watch(() => _untold.Count);
        var lastTime = time.GetTimestamp();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var more = _more.Next;
                var longest = _untold.IsEmpty ? Timeout.InfiniteTimeSpan : AgainAfter;
                if (_pending.IsEmpty) await more.WaitAsync(longest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (time.GetElapsedTime(lastTime) >= AgainAfter)
                {
                    foreach (var (group, upTo) in _untold) _pending.TryAdd(group, upTo);
                    lastTime = time.GetTimestamp();
                }
                Send();
                // What comes in the meantime goes with the next round.
                await Task.Delay(Pause, time, stoppingToken);
                if (Interlocked.Exchange(ref _failed, null) is { } fault) LogFault(logger, fault, _untold.Count);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>One hint a group at a time; no group waits for another's.</summary>
    void Send()
    {
        foreach (var (group, upTo) in _pending)
        {
            if (!_underWay.TryAdd(group, 0)) continue;
            _pending.TryRemove(new(group, upTo));
            _ = TellAsync(group, upTo);
        }
    }

    async Task TellAsync(string group, long upTo)
    {
        try
        {
            await grains.GetGrain<IUserGroupGrain>(group).HintAsync(upTo);
            _untold.TryRemove(group, out _);
        }
#pragma warning disable CA1031 // Whatever it was, the group is told again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _untold[group] = upTo;
            Volatile.Write(ref _failed, fault);
            // The loop may wait for as long as it takes, as nobody was untold.
            _more.Pulse();
        }
        finally
        {
            _underWay.TryRemove(group, out _);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Count} user groups could not be told that there is more; they are told again")]
    private static partial void LogFault(ILogger logger, Exception fault, int count);
}
