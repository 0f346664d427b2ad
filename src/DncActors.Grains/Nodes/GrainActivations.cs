using System.Diagnostics.Metrics;

namespace DncActors.Grains.Nodes;

/// <summary>
/// How many grains are in this node's memory, by their type: what Orleans' own instrument says when it is asked. The management grain would say it too, but it
/// lives on one silo, and when that hangs nobody would know anything of the others.
/// </summary>
sealed class GrainActivations : IDisposable
{
    const string Meter = "Microsoft.Orleans";
    const string Instrument = "orleans-catalog-activations";

    readonly Lock _gate = new();
    readonly MeterListener _listener = new();
    readonly Dictionary<string, int> _read = new(StringComparer.Ordinal);

    /// <param name="meters">This process's; a test has several silos in one, each with its own.</param>
    public GrainActivations(IMeterFactory? meters = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var isOurs = meters is null || instrument.Meter.Scope is null || instrument.Meter.Scope == meters;
            if (isOurs && instrument.Name == Instrument && instrument.Meter.Name == Meter) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((_, count, tags, _) => Hear(count, tags));
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => Hear((int)count, tags));
        _listener.Start();
    }

    internal Dictionary<string, int> Read()
    {
        lock (_gate)
        {
            _read.Clear();
            _listener.RecordObservableInstruments();
            return new(_read, StringComparer.Ordinal);
        }
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Its one label is the type.</summary>
    void Hear(int count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var type = tags.Length == 0 ? "" : tags[0].Value?.ToString() ?? "";
        if (!GrainRequests.IsOfOrleans(type)) _read[type] = _read.GetValueOrDefault(type) + count;
    }
}
