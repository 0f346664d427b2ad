using System.Diagnostics.Metrics;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Telemetry;
using DncActors.Gateway.Organizations;

namespace DncActors.Gateway.ContactChecks;

/// <summary>
/// What an operator sees of the checks that this process answers to clients. They are counted where they are answered and nowhere else: a silo that is asked
/// by a gateway counts none.
/// </summary>
sealed class CheckInstruments : IDisposable
{
    static readonly int _verdicts = Enum.GetValues<CheckVerdict>().Length;
    static readonly int _channels = (int)Channels.All + 1;

    /// <summary>Made once: adding to the counter must not allocate.</summary>
    static readonly KeyValuePair<string, object?>[][] _tags = [.. Enum.GetValues<CheckTransport>().SelectMany(TagsOf)];

    static readonly KeyValuePair<string, object?>[] _transports = [.. Enum.GetValues<CheckTransport>().Select(TagOf)];

    readonly Meter _meter;
    readonly Counter<long> _checks;
    readonly Counter<long> _failedClosed;
    readonly OrganizationInstruments _organizations;

    public CheckInstruments(OrganizationInstruments organizations, IMeterFactory? meters = null)
    {
        _organizations = organizations;
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _checks = _meter.CreateCounter<long>("dnc.checks", "{contact_point}", "Contact points checked, by verdict, channel and transport");
        _failedClosed = _meter.CreateCounter<long>("dnc.checks.failed_closed", "{answer}", "Requests for checks answered 503 because nobody could be sure");
        foreach (var transport in _transports) _failedClosed.Add(0, transport);
    }

    /// <param name="channel">One, not a set.</param>
    internal void Checked(string organization, CheckVerdict verdict, Channels channel, CheckTransport transport, int count = 1)
    {
        _checks.Add(count, _tags[((((int)transport * _channels) + (int)channel) * _verdicts) + (int)verdict]);
        _organizations.Checked(organization, verdict, count);
    }

    /// <summary>Many of one request; where the whole could not be answered, each of them was not.</summary>
    internal void Checked(
        string organization, in CheckResult whole, ReadOnlySpan<CheckVerdict> verdicts, Channels channel, CheckTransport transport)
    {
        if (whole.Verdict == CheckVerdict.Unsure)
        {
            Checked(organization, CheckVerdict.Unsure, channel, transport, verdicts.Length);
            return;
        }
        Checked(organization, verdicts, channel, transport);
    }

    internal void Checked(string organization, ReadOnlySpan<CheckVerdict> verdicts, Channels channel, CheckTransport transport)
    {
        for (var verdict = 0; verdict < _verdicts; verdict++)
        {
            if (verdicts.Count((CheckVerdict)verdict) is > 0 and var count) Checked(organization, (CheckVerdict)verdict, channel, transport, count);
        }
    }

    /// <summary>The contact points of a lead; one that could not be answered at all is one that was not.</summary>
    internal void Checked(string organization, LeadVerdict lead, Channels channel, CheckTransport transport)
    {
        foreach (var point in lead.Points) Checked(organization, point.Verdict, channel, transport);
        if (lead.Points.IsEmpty) Checked(organization, lead.Verdict, channel, transport);
    }

    internal void FailedClosed(CheckTransport transport) => _failedClosed.Add(1, _transports[(int)transport]);

    public void Dispose() => _meter.Dispose();

    static IEnumerable<KeyValuePair<string, object?>[]> TagsOf(CheckTransport transport) =>
        from channel in Enumerable.Range(0, _channels)
        from verdict in Enum.GetValues<CheckVerdict>()
        select (KeyValuePair<string, object?>[])
        [
            new("channel", Word((Channels)channel)), TagOf(transport), new("verdict", Word(verdict)),
        ];

    static KeyValuePair<string, object?> TagOf(CheckTransport transport) => new("transport", Word(transport));

    static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
