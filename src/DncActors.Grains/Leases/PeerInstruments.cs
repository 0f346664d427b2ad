using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Grains.Leases;

/// <summary>What an operator sees of the other nodes that this one's commits wait for.</summary>
sealed class PeerInstruments : IDisposable
{
    readonly Meter _meter;
    readonly Counter<long> _revoked;
    readonly Counter<long> _waitedOut;
    Func<AwaitedPeers>? _awaited;

    public PeerInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _meter.CreateObservableGauge<int>("dnc.peers.awaited", Awaited, "{node}", "Nodes that have not confirmed a commit of this one yet");
        _meter.CreateObservableGauge<double>("dnc.peers.awaited.longest", Longest, "s", "How long the slowest of them has been waited for");
        _revoked = _meter.CreateCounter<long>("dnc.peers.revoked", "{node}", "Nodes whose lease was revoked here because they were silent");
        _waitedOut = _meter.CreateCounter<long>("dnc.peers.waited_out", "{node}", "Nodes whose lease was waited out here");
        _revoked.Add(0);
        _waitedOut.Add(0);
    }

    public void Watch(Func<AwaitedPeers> awaited) => _awaited = awaited;

    public void Revoked() => _revoked.Add(1);

    public void WaitedOut() => _waitedOut.Add(1);

    public void Dispose() => _meter.Dispose();

    IEnumerable<Measurement<int>> Awaited() => _awaited is { } awaited ? [new(awaited().Count)] : [];

    IEnumerable<Measurement<double>> Longest() => _awaited is { } awaited ? [new(awaited().Longest.TotalSeconds)] : [];
}
