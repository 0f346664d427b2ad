using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.Telemetry;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Organizations;

/// <summary>
/// What an operator sees of who uses this process, where that was asked for: whoever reads the metrics needs no key, so by default nobody is named. Of so many
/// organizations, and of ten keys of each, the ids are told; all others are one.
/// </summary>
sealed class OrganizationInstruments : IDisposable
{
    internal const int KeysOfEach = 10;

    static readonly KeyValuePair<string, object?>[] _verdicts =
        [.. Enum.GetValues<CheckVerdict>().Select(v => new KeyValuePair<string, object?>("verdict", v.ToString().ToLowerInvariant()))];

    readonly Meter _meter;
    readonly Counter<long> _checks;
    readonly Counter<long> _executions;
    readonly Counter<long> _requests;
    readonly BoundedLabels? _organizations;
    readonly ConcurrentDictionary<string, BoundedLabels> _keys = new(StringComparer.Ordinal);

    public OrganizationInstruments(IOptions<DncGatewayOptions> options, IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _checks = _meter.CreateCounter<long>("dnc.organization.checks", "{contact_point}", "Contact points checked, by organization and verdict");
        _executions = _meter.CreateCounter<long>("dnc.organization.executions", "{execution}", "Executions asked for, by organization and result");
        _requests = _meter.CreateCounter<long>("dnc.organization.key.requests", "{request}", "Requests that were let in, by organization and id of the key");
        if (options.Value.OrganizationLabels is > 0 and var most) _organizations = new("organization", most);
    }

    internal void Checked(string organization, CheckVerdict verdict, long count)
    {
        if (_organizations is { } organizations) _checks.Add(count, organizations.Of(organization), _verdicts[(int)verdict]);
    }

    internal void Executed(string organization, in KeyValuePair<string, object?> result)
    {
        if (_organizations is { } organizations) _executions.Add(1, organizations.Of(organization), result);
    }

    internal void Asked(string organization, string keyId)
    {
        if (_organizations is null) return;
        var label = _organizations.Of(organization);
        _requests.Add(1, label, _keys.GetOrAdd((string)label.Value!, static _ => new("key", KeysOfEach)).Of(keyId));
    }

    public void Dispose() => _meter.Dispose();
}
