using System.Collections.Concurrent;
using DncActors.Contracts.Identity;
using DncActors.Contracts.UserGroups;
using DncActors.Domain.Ledger;
using DncActors.Grains.Following;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.UserGroups;

/// <summary>
/// Tells the user groups that a change names that there is more to read. Many changes of a moment are one hint a group; a hint that is lost is made up for
/// by the
/// group's own timer.
/// </summary>
sealed partial class GroupHints(IGrainFactory grains, TimeProvider time, GroupInstruments instruments, ILogger<GroupHints> logger)
    : BackgroundService, IFollowerListener
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly ConcurrentDictionary<string, long> _pending = new(StringComparer.Ordinal);
    readonly Signal _more = new();

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
        instruments.Watch(() => _pending.Count);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var more = _more.Next;
                if (_pending.IsEmpty) await more.WaitAsync(stoppingToken);
                await SendAsync();
                // What comes in the meantime goes with the next round.
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A hint may be lost, the loop that sends them may not.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(logger, fault);
            }
        }
    }

    async Task SendAsync()
    {
        foreach (var (group, upTo) in _pending)
        {
            if (_pending.TryRemove(new(group, upTo))) await grains.GetGrain<IUserGroupGrain>(group).HintAsync(upTo);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "User groups could not be told that there is more; they read it at their next timer")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
