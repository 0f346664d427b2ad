using System.Diagnostics.Metrics;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.Ledger;
using DncActors.Grains.ContactChecks.Index;

namespace DncActors.Grains.Following;

/// <summary>What an operator sees of a node: the meter <c>DncActors</c>. No instrument has a tag that names a contact point, a lead or a person.</summary>
sealed class NodeInstruments : IDisposable
{
    public const string MeterName = "DncActors";

    static readonly KeyValuePair<string, object?>[] _verdicts = Tags<CheckVerdict>("verdict");
    static readonly KeyValuePair<string, object?>[] _outcomes = Tags<CommitOutcome>("outcome");

    readonly Meter _meter;
    readonly Counter<long> _checks;
    readonly Counter<long> _commits;
    readonly Histogram<double> _acknowledged;

    public NodeInstruments(Follower follower, ContactIndex index, IMeterFactory? meters = null)
    {
        _meter = meters?.Create(MeterName) ?? new Meter(MeterName);
        _checks = _meter.CreateCounter<long>("dnc.checks", "{check}", "Contact points checked, by verdict; unsure ones were answered 503");
        _commits = _meter.CreateCounter<long>("dnc.commits", "{commit}", "Commits asked for, by outcome; a conflict is planned again");
        _acknowledged = _meter.CreateHistogram<double>("dnc.commit.duration", "s", "From asking for a commit until every node knows it");
        _meter.CreateObservableGauge("dnc.follower.applied", () => follower.Applied, "{sequence}", "The sequence up to which this node has applied the log");
        _meter.CreateObservableGauge("dnc.follower.ready", () => follower.Ready ? 1 : 0, null, "Whether this node has read the log to its head");
        _meter.CreateObservableGauge("dnc.index.contact_points", () => index.Size.Points, "{contact point}", "Blocked contact points in memory");
        _meter.CreateObservableGauge("dnc.index.size", () => index.Size.Bytes, "By", "What their slots take");
    }

    public void Checked(CheckVerdict verdict, int count = 1) => _checks.Add(count, _verdicts[(int)verdict]);

    public void Committed(CommitOutcome outcome, TimeSpan elapsed)
    {
        _commits.Add(1, _outcomes[(int)outcome]);
        _acknowledged.Record(elapsed.TotalSeconds);
    }

    public void Dispose() => _meter.Dispose();

    /// <summary>Made once: a tag is a text of its own each time otherwise.</summary>
    static KeyValuePair<string, object?>[] Tags<T>(string name)
        where T : struct, Enum =>
        [
            .. Enum.GetNames<T>().Select(value => new KeyValuePair<string, object?>(name, char.ToLowerInvariant(value[0]) + value[1..])),
        ];
}
