namespace DncActors.Grains.Leases;

/// <summary>
/// Each decision on which it rests that no node answers "allowed" after a block was acknowledged. They can be overridden for one reason: the tests leave
/// out one after the other, and must find the wrong answer that it leads to.
/// </summary>
class LeaseRules(LeaseOptions options)
{
    public TimeSpan Length { get; } = options.Length;

    public TimeSpan RenewEvery { get; } = options.RenewEvery;

    public TimeSpan PushPatience { get; } = options.PushPatience;

    /// <summary>By how much the two clocks of one machine may differ within a lease before one is taken to have been set, or to have stood still.</summary>
    public TimeSpan ClockTolerance { get; } = options.Length * options.DriftMargin;

    /// <summary>How long a writer waits behind a revocation.</summary>
    public virtual TimeSpan WaitOut { get; } = options.Length * (1 + options.DriftMargin);

    /// <summary>The database granted it at some moment between the two.</summary>
    public virtual Moment CountsFrom(Moment asked, Moment answered) => asked;

    /// <summary>
    /// Over on whichever clock ends first. The wall clock's end comes earlier by the tolerance: it may have been set back by as much unseen, and is the only
    /// one that shows how long the machine was suspended.
    /// </summary>
    public virtual bool Holds(LeaseSnapshot lease, Moment now) =>
        lease is { MayAnswer: true, CountsFrom: { } from }
        && now.Steady - from.Steady < Length
        && now.Wall - from.Wall < Length - ClockTolerance
        && ClocksAgree(from, now);

    /// <summary>For how long it still holds, as far as is known now.</summary>
    public TimeSpan Left(LeaseSnapshot lease, Moment now)
    {
        if (!Holds(lease, now) || lease.CountsFrom is not { } from) return TimeSpan.Zero;
        var (steady, wall) = (Length - (now.Steady - from.Steady), Length - ClockTolerance - (now.Wall - from.Wall));
        return steady < wall ? steady : wall;
    }

    /// <summary>
    /// No: the wall clock was set, or the machine was suspended; what was asked for before is not to be relied on, even if the clocks agree again later.
    /// </summary>
    public virtual bool ClocksAgree(Moment then, Moment now) => (now.Wall - then.Wall - (now.Steady - then.Steady)).Duration() <= ClockTolerance;

    /// <summary>
    /// What was asked for under an epoch ends with it: a head that was read for the last one may be older than what was acknowledged without this node.
    /// </summary>
    public virtual bool BelongsTo(long askedUnder, long epoch) => askedUnder == epoch;

    /// <summary>Only the head that was read behind the row counts: who committed before that has not seen the row and does not wait for it.</summary>
    public virtual bool MayBegin(long? head, long queued, long applied) => head is { } read && applied >= Math.Max(read, queued);

    /// <summary>A node that was told "applied before I answer anything" to must keep to it.</summary>
    public virtual long Queue(long queued, long upTo) => Math.Max(queued, upTo);

    /// <summary>A row that is perhaps just being made for this node is not over: it comes to life, and then has the log up to its head.</summary>
    public virtual bool MayYetBeMine(long epoch, long lastEpoch, bool taking) => taking && epoch > lastEpoch;

    /// <summary>Up to where a reading of the rows shows everybody to wait for: a row that is made behind it has the head read behind that.</summary>
    public virtual long Covers(long wantedWhenAsked, long wantedNow) => wantedWhenAsked;

    /// <summary>Up to where all of them are.</summary>
    public virtual long PassedByAll(IReadOnlyCollection<AwaitedRow> rows) => rows.Count == 0 ? long.MaxValue : rows.Min(row => row.Passed);

    /// <summary>A renewal may have gone through until the revocation did, which was at the latest when its answer came.</summary>
    public virtual TimeSpan WaitsFrom(TimeSpan asked, TimeSpan answered) => answered;

    public virtual bool WaitedOut(AwaitedRow row, TimeSpan now) => row.RevokedAt is { } since && now - since > WaitOut;
}
