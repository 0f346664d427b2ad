using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Grains.Following;

/// <summary>What an operator sees of a node's way along the log.</summary>
sealed class FollowerInstruments : IDisposable
{
    readonly Meter _meter;
    readonly Counter<long> _faults;
    readonly Counter<long> _failedLoads;
    readonly Counter<long> _read;
    double? _loadSeconds;
    Follower? _follower;

    public FollowerInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _meter.CreateObservableGauge<long>("dnc.follower.applied", Applied, "{sequence}", "The sequence up to which this node has applied the log");
        _meter.CreateObservableGauge<long>("dnc.follower.behind", Behind, "{sequence}", "How far that is behind what this node has heard of");
        _meter.CreateObservableGauge<int>("dnc.follower.ready", Ready, null, "1 when this node has once read the log to its head");
        _meter.CreateObservableGauge<double>("dnc.index.load.duration", LoadDuration, "s", "How long the last loading of documents and blocks took");
        _faults = _meter.CreateCounter<long>("dnc.follower.faults", "{fault}", "Loadings and readings of the log that failed and were tried again");
        _failedLoads = _meter.CreateCounter<long>(
            "dnc.index.load.failures", "{load}", "Loadings of documents and blocks that failed and were tried again");
        _read = _meter.CreateCounter<long>("dnc.follower.read", "{change}", "Changes read from the log, as they were not handed over in time");
        _read.Add(0);
        _faults.Add(0);
        _failedLoads.Add(0);
    }

    public void Watch(Follower follower) => _follower = follower;

    public void Loaded(TimeSpan elapsed) => _loadSeconds = elapsed.TotalSeconds;

    /// <param name="loading">It was not reading the log, as nothing is loaded yet.</param>
    public void Failed(bool loading)
    {
        _faults.Add(1);
        if (loading) _failedLoads.Add(1);
    }

    public void Read(int changes) => _read.Add(changes);

    public void Dispose() => _meter.Dispose();

    IEnumerable<Measurement<long>> Applied() => _follower is { } follower ? [new(follower.Applied)] : [];

    IEnumerable<Measurement<long>> Behind() => _follower is { } follower ? [new(follower.Behind)] : [];

    IEnumerable<Measurement<int>> Ready() => _follower is { } follower ? [new(follower.Ready ? 1 : 0)] : [];

    IEnumerable<Measurement<double>> LoadDuration() => _loadSeconds is { } seconds ? [new(seconds)] : [];
}
