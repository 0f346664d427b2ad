using System.Diagnostics.Metrics;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Domain.Telemetry;

namespace DncActors.Grains.Following;

/// <summary>What an operator sees of commits as those wait for them who asked for one.</summary>
sealed class CommitInstruments : IAnswered, IDisposable
{
    static readonly double[] _seconds = [.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    readonly Meter _meter;
    readonly Counter<long> _commits;
    readonly Histogram<double> _duration;
    readonly Histogram<double> _acknowledgement;
    long _executions;

    public CommitInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _commits = _meter.CreateCounter<long>("dnc.commits", "{commit}", "Commits asked for, by outcome; a conflict is planned again");
        _duration = _meter.CreateHistogram<double>(
            "dnc.commit.duration", "s", "From asking for a commit until every node knows it", null, new() { HistogramBucketBoundaries = _seconds });
        _acknowledgement = _meter.CreateHistogram<double>(
            "dnc.acknowledgement.duration", "s", "The part of it that every node was waited for", null, new() { HistogramBucketBoundaries = _seconds });
    }

    /// <summary>The executions of them.</summary>
    public Answered Answered => new(default, Volatile.Read(ref _executions));

    public void Acknowledged(TimeSpan elapsed) => _acknowledgement.Record(elapsed.TotalSeconds);

    public void Committed(Commit commit, CommitOutcome outcome, TimeSpan elapsed)
    {
        if (outcome == CommitOutcome.Done && commit.Execution is not null) Interlocked.Increment(ref _executions);
        _commits.Add(1, Outcomes.Of(outcome));
        _duration.Record(elapsed.TotalSeconds);
    }

    public void Dispose() => _meter.Dispose();

    static class Outcomes
    {
        static readonly KeyValuePair<string, object?> _done = new("outcome", "done");
        static readonly KeyValuePair<string, object?> _already = new("outcome", "already_there");
        static readonly KeyValuePair<string, object?> _another = new("outcome", "another_under_this_id");
        static readonly KeyValuePair<string, object?> _conflict = new("outcome", "conflict");

        public static KeyValuePair<string, object?> Of(CommitOutcome outcome) => outcome switch
        {
            CommitOutcome.Done => _done,
            CommitOutcome.AlreadyThere => _already,
            CommitOutcome.AnotherUnderThisId => _another,
            _ => _conflict,
        };
    }
}
