using System.Diagnostics;
using DncActors.Domain.Telemetry;

namespace DncActors.Grains.Following;

/// <summary>The applying of committed batches in traces: here, and on the nodes that they are pushed to.</summary>
static class FollowerSpans
{
    static readonly ActivitySource _source = new(TelemetryNames.ActivitySource);

    /// <summary>Null where nobody who waits for it is traced.</summary>
    public static Activity? Apply(int changes)
    {
        if (Activity.Current is not { Recorded: true }) return null;
        return _source.StartActivity("dnc.follower.apply")?.SetTag("dnc.changes", changes);
    }
}
