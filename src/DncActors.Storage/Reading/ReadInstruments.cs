using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Storage.Reading;

/// <summary>What an operator sees of the short reads that executions and checks wait for.</summary>
internal sealed class ReadInstruments : IDisposable
{
    readonly Meter _meter;
    readonly Histogram<int> _size;
    readonly Histogram<double> _duration;

    public ReadInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _size = _meter.CreateHistogram<int>(
            "dnc.reads.gathered.size", "{read}", "Reads that went into one query", null,
            new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });
        _duration = _meter.CreateHistogram<double>(
            "dnc.reads.gathered.duration", "s", "How long a query took that many reads went into", null,
            new() { HistogramBucketBoundaries = [.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5] });
    }

    public void Read(ReadKind kind, int reads, TimeSpan elapsed)
    {
        var tag = Tags.Of(kind);
        _size.Record(reads, tag);
        _duration.Record(elapsed.TotalSeconds, tag);
    }

    public void Dispose() => _meter.Dispose();

    static class Tags
    {
        static readonly KeyValuePair<string, object?> _lead = new("of", "lead");
        static readonly KeyValuePair<string, object?> _commit = new("of", "commit");
        static readonly KeyValuePair<string, object?> _entries = new("of", "entries");

        public static KeyValuePair<string, object?> Of(ReadKind kind) => kind switch
        {
            ReadKind.Lead => _lead,
            ReadKind.Commit => _commit,
            _ => _entries,
        };
    }
}
