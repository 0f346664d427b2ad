using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Gateway.Audit;

/// <summary>What an operator sees of the records of access.</summary>
sealed class AccessRecordInstruments : IDisposable
{
    static readonly KeyValuePair<string, object?> _kept = new("result", "kept");
    static readonly KeyValuePair<string, object?> _lost = new("result", "lost");

    readonly Meter _meter;
    readonly Counter<long> _records;

    public AccessRecordInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _records = _meter.CreateCounter<long>("dnc.audit.access_records", "{record}", "Records of who read the list or was not let in, by result");
    }

    internal void Kept(int records) => _records.Add(records, _kept);

    internal void Lost(int records) => _records.Add(records, _lost);

    public void Dispose() => _meter.Dispose();
}
