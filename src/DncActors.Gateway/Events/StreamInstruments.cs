using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Gateway.Events;

/// <summary>What an operator sees of the event streams that this process serves.</summary>
sealed class StreamInstruments : IDisposable
{
    /// <summary>A stream that has had something to tell for so long without a break is behind.</summary>
    static readonly TimeSpan _soon = TimeSpan.FromSeconds(1);

    readonly Meter _meter;
    readonly TimeProvider _time;
    readonly ConcurrentDictionary<StreamWatch, byte> _open = new();

    public StreamInstruments(TimeProvider time, IMeterFactory? meters = null)
    {
        _time = time;
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _meter.CreateObservableGauge("dnc.events.streams", () => _open.Count, "{stream}", "Event streams that are open");
        _meter.CreateObservableGauge(
            "dnc.events.streams.behind",
            () => _open.Keys.Count(s => s.Behind > _soon),
            "{stream}",
            "Those that have had events to tell for more than a second");
        _meter.CreateObservableGauge(
            "dnc.events.streams.behind.longest",
            () => _open.Keys.Select(s => s.Behind.TotalSeconds).DefaultIfEmpty().Max(),
            "s",
            "For how long the slowest of them has had");
    }

    /// <summary>A stream that begins; it is disposed of when it ends.</summary>
    internal StreamWatch Open()
    {
        var watch = new StreamWatch(_time, w => _open.TryRemove(w, out _));
        _open.TryAdd(watch, 0);
        return watch;
    }

    public void Dispose() => _meter.Dispose();
}
