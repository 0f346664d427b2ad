using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Grains.ContactChecks.Index;

/// <summary>What an operator sees of the blocks in this node's memory.</summary>
sealed class IndexInstruments : IDisposable
{
    readonly Meter _meter;
    ContactIndex? _index;

    public IndexInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _meter.CreateObservableGauge("dnc.index.contact_points", () => _index?.Size.Points ?? 0, "{contact_point}", "Blocked contact points in memory");
        _meter.CreateObservableGauge("dnc.index.size", () => _index?.Size.Bytes ?? 0, "By", "What their slots take");
    }

    public ContactIndex Watch(ContactIndex index) => _index = index;

    public void Dispose() => _meter.Dispose();
}
