using System.Diagnostics.Metrics;
using DncActors.Contracts.Access;
using DncActors.Domain.Telemetry;

namespace DncActors.Gateway.Access;

/// <summary>What an operator sees of callers who are not let in.</summary>
sealed class AccessInstruments : IDisposable
{
    static readonly KeyValuePair<string, object?> _noKey = new("reason", "no_key");
    static readonly KeyValuePair<string, object?> _unknownKey = new("reason", "unknown_key");
    static readonly KeyValuePair<string, object?> _mayNotAct = new("reason", "may_not_act_for_users");
    static readonly KeyValuePair<string, object?> _unknownUser = new("reason", "unknown_user");

    readonly Meter _meter;
    readonly Counter<long> _failures;

    public AccessInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _failures = _meter.CreateCounter<long>("dnc.authentication.failures", "{request}", "Requests of callers who are not known, by reason");
        foreach (var reason in new[] { _noKey, _unknownKey, _mayNotAct, _unknownUser }) _failures.Add(0, reason);
    }

    internal void NoKey() => _failures.Add(1, _noKey);

    /// <summary>A node that is not ready fails nobody.</summary>
    internal void Denied(AccessDenial denial)
    {
        if (denial == AccessDenial.NotReady) return;
        _failures.Add(1, denial switch
        {
            AccessDenial.MayNotActForUsers => _mayNotAct,
            AccessDenial.UnknownUser => _unknownUser,
            _ => _unknownKey,
        });
    }

    public void Dispose() => _meter.Dispose();
}
