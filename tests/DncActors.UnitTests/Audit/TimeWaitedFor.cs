using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Audit;

/// <summary>A clock that says when somebody begins to wait, and for how long, so that a test need not move it before.</summary>
sealed class TimeWaitedFor(DateTimeOffset now) : FakeTimeProvider(now)
{
    readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The next wait that has begun, in their order.</summary>
    public ChannelReader<TimeSpan> Waits => _waits.Reader;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
