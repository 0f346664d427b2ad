using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Storage.Ledger;

/// <summary>What an operator sees of the group commit: how many go together, how long it takes, what waits.</summary>
internal sealed class LedgerInstruments : IDisposable
{
    static readonly KeyValuePair<string, object?> _inDoubt = new("kind", "in_doubt");
    static readonly KeyValuePair<string, object?> _parted = new("kind", "parted");
    static readonly KeyValuePair<string, object?> _refused = new("kind", "refused");

    static readonly KeyValuePair<string, object?> _chunk = new("kind", "chunk");
    static readonly KeyValuePair<string, object?> _commits = new("kind", "commits");

    readonly Meter _meter;
    readonly Histogram<int> _size;
    readonly Histogram<double> _duration;
    readonly Counter<long> _faults;
    WriteQueue? _queue;

    public LedgerInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _size = _meter.CreateHistogram<int>(
            "dnc.ledger.group.size", "{write}", "Writes that went into one transaction", null,
            new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });
        _duration = _meter.CreateHistogram<double>(
            "dnc.ledger.group.duration", "s", "From taking a group until it is durable", null,
            new() { HistogramBucketBoundaries = [.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5] });
        _faults = _meter.CreateCounter<long>("dnc.ledger.group.faults", "{group}", "Groups that failed: nobody knows, tried in halves, or refused");
        _meter.CreateObservableGauge("dnc.ledger.queue", () => _queue?.Count ?? 0, "{write}", "Writes that wait for the writer");
        foreach (var kind in new[] { _inDoubt, _parted, _refused }) _faults.Add(0, kind);
    }

    public void Watch(WriteQueue queue) => _queue = queue;

    public void Wrote(IReadOnlyList<PendingWrite> group, TimeSpan elapsed)
    {
        _size.Record(group.Count);
        _duration.Record(elapsed.TotalSeconds, WriteQueue.IsChunk(group) ? _chunk : _commits);
    }

    public void InDoubt() => _faults.Add(1, _inDoubt);

    public void Parted() => _faults.Add(1, _parted);

    public void Refused() => _faults.Add(1, _refused);

    public void Dispose() => _meter.Dispose();
}
