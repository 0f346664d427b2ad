using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DncActors.UnitTests.Telemetry;

/// <summary>Makes meters for one test, and hears what their instruments say.</summary>
sealed class HeardMeters : IMeterFactory
{
    readonly MeterListener _listener = new();
    readonly ConcurrentBag<Meter> _meters = [];

    public HeardMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope != this) return;
            Instruments.Add(instrument);
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
    }

    public ConcurrentBag<Instrument> Instruments { get; } = [];

    /// <summary>Sums of counters, last values of gauges; by name and labels, such as <c>dnc.checks{channel=call}</c>.</summary>
    public ConcurrentDictionary<string, double> Heard { get; } = new(StringComparer.Ordinal);

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    /// <summary>Asks the gauges.</summary>
    public void Look() => _listener.RecordObservableInstruments();

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var meter in _meters) meter.Dispose();
    }

    void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // A counter that begins at nothing has counted nothing yet.
        if (value == 0 && !instrument.IsObservable) return;
        var labels = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        var name = labels.Length == 0 ? instrument.Name : $"{instrument.Name}{{{labels}}}";
        Heard.AddOrUpdate(name, value, (_, before) => instrument.IsObservable ? value : before + value);
    }
}
