namespace DncActors.Domain.Ledger;

/// <summary>How a commit ended. A failure that leaves it unknown is an exception (<see cref="LedgerUnavailableException"/>), never one of these.</summary>
public enum CommitOutcome : byte
{
    /// <summary>It is durable.</summary>
    Done = 0,

    /// <summary>A commit of this id was there before, with the same fingerprint.</summary>
    AlreadyThere = 1,

    /// <summary>A commit of this id was there before, with another fingerprint.</summary>
    AnotherUnderThisId = 2,

    /// <summary>A guard or an expected version failed: nothing was written, plan again.</summary>
    Conflict = 3,

    /// <summary>Its turn never came (<see cref="CommitTurn"/>): nothing was written.</summary>
    Withdrawn = 4,
}
