using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Grains.Leases;

/// <summary>What an operator sees of this node's lease. A process that has its store to itself has none, and says nothing of one.</summary>
sealed class LeaseInstruments : IDisposable
{
    readonly Meter _meter;
    readonly Counter<long> _lost;
    Func<TimeSpan>? _left;
    TimeSpan _length;
    double _skew = double.NaN;

    public LeaseInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _meter.CreateObservableGauge<double>("dnc.lease.remaining", Remaining, "s", "For how long this node may still answer allowed; 0 when it may not");
        _meter.CreateObservableGauge<double>("dnc.lease.length", Length, "s", "For how long each lease is given");
        _meter.CreateObservableGauge<double>("dnc.clock.skew", Skew, "s", "How far this node's clock is ahead of the database's; below 0 behind it");
        _lost = _meter.CreateCounter<long>("dnc.lease.lost", "{lease}", "Leases that were revoked or waited out by others");
        _lost.Add(0);
    }

    /// <param name="left">For how long this node may still answer.</param>
    /// <param name="length">For how long it may at most.</param>
    public void Watch(Func<TimeSpan> left, TimeSpan length) => (_left, _length) = (left, length);

    public void ClockIsAhead(TimeSpan by) => Volatile.Write(ref _skew, by.TotalSeconds);

    public void Lost() => _lost.Add(1);

    public void Dispose() => _meter.Dispose();

    IEnumerable<Measurement<double>> Remaining() => _left is { } left ? [new(left().TotalSeconds)] : [];

    IEnumerable<Measurement<double>> Length() => _left is null ? [] : [new(_length.TotalSeconds)];

    IEnumerable<Measurement<double>> Skew() => Volatile.Read(ref _skew) is var skew && double.IsNaN(skew) ? [] : [new(skew)];
}
