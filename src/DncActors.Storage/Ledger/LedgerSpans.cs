using System.Diagnostics;
using DncActors.Domain.Telemetry;

namespace DncActors.Storage.Ledger;

/// <summary>
/// The group commit in traces. One transaction serves many requests: its span stands in the trace of the first of those that are traced, and is linked with
/// the waits of the others, both ways.
/// </summary>
internal static class LedgerSpans
{
    static readonly ActivitySource _source = new(TelemetryNames.ActivitySource);

    /// <summary>A commit's wait for its group; null where its request is not traced.</summary>
    public static Activity? Commit() => Activity.Current is { Recorded: true } ? _source.StartActivity("dnc.commit") : null;

    /// <summary>The writing of a group; null where nobody in it is traced.</summary>
    public static Activity? Group(IReadOnlyList<PendingWrite> group)
    {
        List<Activity>? waits = null;
        foreach (var write in group)
        {
            if (write.Span is { } wait) (waits ??= []).Add(wait);
        }
        if (waits is null) return null;
        var span = _source.StartActivity(
            "dnc.ledger.group", ActivityKind.Internal, waits[0].Context, links: waits.Skip(1).Select(wait => new ActivityLink(wait.Context)));
        if (span is null) return null;
        span.SetTag("dnc.group.size", group.Count);
        foreach (var wait in waits.Skip(1)) wait.AddLink(new(span.Context));
        return span;
    }
}
