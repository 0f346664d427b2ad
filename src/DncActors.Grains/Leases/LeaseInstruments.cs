using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Grains.Leases;

/// <summary>What an operator sees of this node's lease. A process that has its store to itself has none, and says nothing of one.</summary>
sealed class LeaseInstruments : IDisposable
{
    readonly Meter _meter;
    readonly Counter<long> _lost;
    Func<TimeSpan>? _left;

    public LeaseInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _meter.CreateObservableGauge<double>("dnc.lease.remaining", Remaining, "s", "For how long this node may still answer allowed; 0 when it may not");
        _lost = _meter.CreateCounter<long>("dnc.lease.lost", "{lease}", "Leases that were revoked or waited out by others");
    }

    public void Watch(Func<TimeSpan> left) => _left = left;

    public void Lost() => _lost.Add(1);

    public void Dispose() => _meter.Dispose();

    IEnumerable<Measurement<double>> Remaining() => _left is { } left ? [new(left().TotalSeconds)] : [];
}
