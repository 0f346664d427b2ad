using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Client;

/// <summary>A clock on which every wait is over as soon as it begins, and is remembered; time-outs, known by their length, stay.</summary>
sealed class PatientTime(params TimeSpan[] timeouts) : FakeTimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && !timeouts.Contains(dueTime))
        {
            Waits.Add(dueTime);
            Advance(dueTime);
        }

        return timer;
    }
}
