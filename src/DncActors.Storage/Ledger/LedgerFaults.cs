namespace DncActors.Storage.Ledger;

/// <summary>Where a test makes the ledger fail: between two steps, or with the answer lost. Nothing is set in a program that runs.</summary>
internal sealed class LedgerFaults
{
    /// <summary>Before each write's rows; what it throws counts as the rows' fault unless it is the connection's own.</summary>
    public Action<PendingWrite>? BeforeWrite { get; set; }

    /// <summary>When all is written and nothing durable.</summary>
    public Action<IReadOnlyList<PendingWrite>>? BeforeCommit { get; set; }

    /// <summary>When all is durable and nobody answered.</summary>
    public Action<IReadOnlyList<PendingWrite>>? AfterCommit { get; set; }
}
