using System.Diagnostics.Metrics;
using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Nodes;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Telemetry;
using DncActors.Gateway.Organizations;

namespace DncActors.Gateway.ContactChecks;

/// <summary>
/// What an operator sees of the checks that this process answers to clients. They are counted where they are answered and nowhere else: a silo that is asked
/// by a gateway counts none.
/// </summary>
sealed class CheckInstruments : IAnswered, IDisposable
{
    static readonly int _verdicts = Enum.GetValues<CheckVerdict>().Length;
    static readonly int _channels = (int)Channels.All + 1;

    /// <summary>One for each count, in the order of the counts.</summary>
    static readonly KeyValuePair<string, object?>[][] _tags = [.. Enum.GetValues<CheckTransport>().SelectMany(TagsOf)];

    static readonly KeyValuePair<string, object?>[] _transports = [.. Enum.GetValues<CheckTransport>().Select(TagOf)];

    readonly Meter _meter;
    readonly StripedCounts _checks = new(_tags.Length);
    readonly Counter<long> _failedClosed;
    readonly OrganizationInstruments _organizations;

    public CheckInstruments(OrganizationInstruments organizations, IMeterFactory? meters = null)
    {
        _organizations = organizations;
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _meter.CreateObservableCounter(
            "dnc.checks", Measure, "{contact_point}", "Contact points checked, by verdict, channel and transport");
        _failedClosed = _meter.CreateCounter<long>("dnc.checks.failed_closed", "{answer}", "Requests for checks answered 503 because nobody could be sure");
        foreach (var transport in _transports) _failedClosed.Add(0, transport);
    }

    public Answered Answered
    {
        get
        {
            var checks = default(VerdictCounts);
            for (var slot = 0; slot < _checks.Slots; slot += _verdicts)
            {
                checks += new VerdictCounts(Read(CheckVerdict.Unsure), Read(CheckVerdict.Blocked), Read(CheckVerdict.Allowed), Read(CheckVerdict.Invalid));
                long Read(CheckVerdict verdict) => _checks.Read(slot + (int)verdict);
            }
            return new(checks, 0);
        }
    }

    /// <param name="channel">One, not a set.</param>
    internal void Checked(string organization, CheckVerdict verdict, Channels channel, CheckTransport transport, long count = 1)
    {
        _checks.Add(((((int)transport * _channels) + (int)channel) * _verdicts) + (int)verdict, count);
        _organizations.Checked(organization, verdict, count);
    }

    internal void Checked(string organization, in VerdictCounts counts, Channels channel, CheckTransport transport)
    {
        for (var verdict = 0; verdict < _verdicts; verdict++)
        {
            if (counts[(CheckVerdict)verdict] is > 0 and var count) Checked(organization, (CheckVerdict)verdict, channel, transport, count);
        }
    }

    internal void FailedClosed(CheckTransport transport) => _failedClosed.Add(1, _transports[(int)transport]);

    public void Dispose() => _meter.Dispose();

    /// <summary>They are counted by themselves and only read by the meter, which would have to find each check among its labels.</summary>
    IEnumerable<Measurement<long>> Measure()
    {
        for (var slot = 0; slot < _checks.Slots; slot++)
        {
            if (_checks.Read(slot) is > 0 and var count) yield return new(count, _tags[slot]);
        }
    }

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
