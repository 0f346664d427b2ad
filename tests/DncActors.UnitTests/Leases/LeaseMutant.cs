namespace DncActors.UnitTests.Leases;

/// <summary>A rule that is left out or turned round; each must be found by the wrong answer that it leads to, or by the standstill.</summary>
public enum LeaseMutant
{
    None,

    // The ten of the first model.
    NoLeaseTestAtTheAnswer,
    AcknowledgedBeforePublishing,
    RevokedIsIgnoredAtRenewal,
    RowDeletedWithoutWaiting,
    HeadReadBeforeTheRow,
    LeaseCountedFromTheReply,
    RowsReadBeforeTheCommit,
    ReadyBeforeCatchingUp,
    HeadOfAnEarlierEpochUsed,
    DeletedRowRenewed,

    // Two sequences, gaps, repeats, several writers.
    PushAppliedOverAGap,
    OlderBatchAppliedAgain,
    MissedBatchNeverCaughtUpWith,
    PushAnsweredBeforeItIsApplied,
    QueuedPushForgotten,
    RowThatIsBeingTakenIsCalledOver,
    RepeatAnsweredWithoutWaiting,
    AcknowledgedAfterTheFirstNode,
    UnreadableRowsAreNoRows,
    RevokedRowNeverDeleted,

    // Loading, stopping, clocks.
    AnswersBeforeItIsLoaded,
    RowGivenBackBeforeItStopsAnswering,
    LookedUpBeforeTheLeaseIsTested,
    ExpiryByTheNodesOwnClock,
    LeaseByTheWallClockOnly,
    LeaseByTheSteadyClockOnly,
    ClockSetBackIsForgotten,
    WaitCountedFromBeforeTheRevocation,
    MarginLeftOut,
}
