namespace DncActors.UnitTests.Leases;

enum ModelField
{
    Now,
    Head,

    // The node.
    Epoch,

    /// <summary>When its lease ends; 0: none.</summary>
    Until,
    Applied,

    /// <summary>The first sequence is missing in what is applied.</summary>
    Hole,
    Ready,
    Taken,

    /// <summary>0: none, 1: asked, 2: the row is made.</summary>
    Take,
    TakeAt,
    TakeHead,

    /// <summary>0: none, 1: asked, 2 and more: what was read.</summary>
    HeadRequest,
    HeadEpoch,

    /// <summary>0: none, 1: asked, 2: renewed, 3: refused.</summary>
    Renewal,
    RenewalEpoch,
    RenewalAt,
    RenewalApplied,

    /// <summary>0: absent, 1 to 3: what is applied, 4 to 6: the same, revoked.</summary>
    Row,

    // The writers.
    Stage,
    Sequence,

    /// <summary>The epochs that it waits for, a bit each.</summary>
    Awaited,
    Push,
    Answer,

    /// <summary>When the writer revoked the row of the epoch; 0: it has not.</summary>
    Waited,
}
