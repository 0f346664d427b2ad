using DncActors.Grains.Leases;

namespace DncActors.UnitTests.Leases;

/// <summary>The rules, with one of them broken.</summary>
sealed class MutantRules(LeaseMutant mutant) : LeaseRules(new())
{
    public override TimeSpan WaitOut => mutant == LeaseMutant.MarginLeftOut ? Length : base.WaitOut;

    public override Moment CountsFrom(Moment asked, Moment answered) => mutant == LeaseMutant.LeaseCountedFromTheReply ? answered : asked;

    public override bool Holds(LeaseSnapshot lease, Moment now) => mutant switch
    {
        LeaseMutant.NoLeaseTestAtTheAnswer => lease.MayAnswer,
        LeaseMutant.LeaseByTheWallClockOnly => lease is { MayAnswer: true, CountsFrom: { } from } && now.Wall - from.Wall < Length,
        LeaseMutant.LeaseByTheSteadyClockOnly or LeaseMutant.MarginLeftOut =>
            lease is { MayAnswer: true, CountsFrom: { } from } && now.Steady - from.Steady < Length,
        _ => base.Holds(lease, now),
    };

    public override bool ClocksAgree(Moment then, Moment now) => mutant switch
    {
        LeaseMutant.LeaseByTheWallClockOnly or LeaseMutant.LeaseByTheSteadyClockOnly or LeaseMutant.ClockSetBackIsForgotten => true,
        _ => base.ClocksAgree(then, now),
    };

    public override bool BelongsTo(long askedUnder, long epoch) =>
        mutant == LeaseMutant.HeadOfAnEarlierEpochUsed ? epoch != 0 : base.BelongsTo(askedUnder, epoch);

    public override bool MayBegin(long? head, long queued, long applied) => mutant == LeaseMutant.ReadyBeforeCatchingUp || base.MayBegin(head, queued, applied);

    public override long Queue(long queued, long upTo) => mutant == LeaseMutant.QueuedPushForgotten ? queued : base.Queue(queued, upTo);

    public override bool MayYetBeMine(long epoch, long lastEpoch, bool taking) =>
        mutant != LeaseMutant.RowThatIsBeingTakenIsCalledOver && base.MayYetBeMine(epoch, lastEpoch, taking);

    public override long Covers(long wantedWhenAsked, long wantedNow) =>
        mutant == LeaseMutant.RowsReadBeforeTheCommit ? wantedNow : base.Covers(wantedWhenAsked, wantedNow);

    public override long PassedByAll(IReadOnlyCollection<AwaitedRow> rows) =>
        mutant == LeaseMutant.AcknowledgedAfterTheFirstNode && rows.Count > 0 ? rows.Max(row => row.Passed) : base.PassedByAll(rows);

    public override TimeSpan WaitsFrom(TimeSpan asked, TimeSpan answered) =>
        mutant == LeaseMutant.WaitCountedFromBeforeTheRevocation ? asked : base.WaitsFrom(asked, answered);

    public override bool WaitedOut(AwaitedRow row, TimeSpan now) => mutant switch
    {
        LeaseMutant.RowDeletedWithoutWaiting => row.RevokedAt is not null,
        LeaseMutant.RevokedRowNeverDeleted => false,
        _ => base.WaitedOut(row, now),
    };
}
