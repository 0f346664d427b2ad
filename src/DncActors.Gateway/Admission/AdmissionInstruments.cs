using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Gateway.Admission;

/// <summary>What an operator sees of who was not let in, in the meter <c>DncActors</c>. No tag names a key or an organization.</summary>
sealed class AdmissionInstruments : IDisposable
{
    readonly Meter _meter;
    readonly Counter<long> _limited;
    readonly Counter<long> _shed;

    public AdmissionInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _limited = _meter.CreateCounter<long>("dnc.requests.limited", "{request}", "Requests answered 429 by the limit of their key, by what it limits");
        _shed = _meter.CreateCounter<long>("dnc.requests.shed", "{request}", "Requests answered 503 because too many were waiting, by what they load");
        foreach (var what in new[] { "checks", "changes" }) _limited.Add(0, TagOf(what));
        foreach (var load in new[] { Load.Change, Load.Read, Load.Batch, Load.Import, Load.Export }) _shed.Add(0, TagOf(load));
    }

    /// <param name="what">What the limit is of.</param>
    public void Limited(string what) => _limited.Add(1, TagOf(what));

    public void Shed(Load load) => _shed.Add(1, TagOf(load));

    public void Dispose() => _meter.Dispose();

    static KeyValuePair<string, object?> TagOf(string what) => new("of", what);

    static KeyValuePair<string, object?> TagOf(Load load) => new("load", load.ToString().ToLowerInvariant());
}
