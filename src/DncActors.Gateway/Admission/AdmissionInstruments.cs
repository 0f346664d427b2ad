using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Gateway.Admission;

/// <summary>What an operator sees of who was not let in, in the meter <c>DncActors</c>. No tag names a key or an organization.</summary>
sealed class AdmissionInstruments : IDisposable
{
    /// <summary>Those that wait.</summary>
    static readonly Load[] _waiting = [Load.Change, Load.Read, Load.Batch];

    /// <summary>Those that are refused where there is no place.</summary>
    static readonly Load[] _loads = [.. _waiting, Load.Import, Load.Export];

    readonly Meter _meter;
    readonly Counter<long> _limited;
    readonly Counter<long> _shed;
    Func<Load, FairLine?>? _lineOf;

    public AdmissionInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _limited = _meter.CreateCounter<long>("dnc.requests.limited", "{request}", "Requests answered 429 by the limit of their key, by what it limits");
        _shed = _meter.CreateCounter<long>("dnc.requests.shed", "{request}", "Requests answered 503 because too many were waiting, by what they load");
        _meter.CreateObservableGauge<int>("dnc.requests.waiting", Waiting, "{request}", "Requests that wait for their turn, by what they load");
        _meter.CreateObservableGauge<double>("dnc.requests.waiting.longest", Longest, "s", "For how long the first of them has waited");
        foreach (var what in new[] { "checks", "changes" }) _limited.Add(0, TagOf(what));
        foreach (var load in _loads) _shed.Add(0, TagOf(load));
    }

    /// <param name="lineOf">Where the requests of a load wait.</param>
    public void Watch(Func<Load, FairLine?> lineOf) => _lineOf = lineOf;

    /// <param name="what">What the limit is of.</param>
    public void Limited(string what) => _limited.Add(1, TagOf(what));

    public void Shed(Load load) => _shed.Add(1, TagOf(load));

    public void Dispose() => _meter.Dispose();

    IEnumerable<Measurement<int>> Waiting() => Look((load, line) => new Measurement<int>(line.Now.Waiting, TagOf(load)));

    IEnumerable<Measurement<double>> Longest() => Look((load, line) => new Measurement<double>(line.Longest.TotalSeconds, TagOf(load)));

    IEnumerable<T> Look<T>(Func<Load, FairLine, T> at)
    {
        foreach (var load in _waiting)
        {
            if (_lineOf?.Invoke(load) is { } line) yield return at(load, line);
        }
    }

    static KeyValuePair<string, object?> TagOf(string what) => new("of", what);

    static KeyValuePair<string, object?> TagOf(Load load) => new("load", load.ToString().ToLowerInvariant());
}
