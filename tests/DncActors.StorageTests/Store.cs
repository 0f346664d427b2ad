using DncActors.Domain.Audit;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using DncActors.Storage.Ledger;

namespace DncActors.StorageTests;

/// <summary>An engine with empty data of its own, as a suite sees it: the ports, and what only tests may do.</summary>
public abstract class Store : IAsyncDisposable
{
    public abstract ILedger Ledger { get; }

    public abstract IChangeLog Log { get; }

    public abstract ILeadStore Leads { get; }

    public abstract IEntryStore Entries { get; }

    public abstract IDocumentStore Documents { get; }

    public abstract IReportStore Reports { get; }

    public abstract IJobStore Jobs { get; }

    public abstract IAccessStore Access { get; }

    public abstract IBlockSource Blocks { get; }

    internal abstract LedgerFaults Faults { get; }

    /// <summary>Another store on a copy of the files as they are now, nothing having been closed: what a crash at this moment leaves.</summary>
    public abstract Task<Store> AfterCrashAsync();

    public abstract ValueTask DisposeAsync();
}
