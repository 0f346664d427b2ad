using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;
using DncActors.Storage.Reading;

namespace DncActors.Storage.Postgres;

/// <summary>A node's ledger: one committing thread, many commits a transaction; the head row orders it among those of other nodes.</summary>
internal sealed class PostgresLedger(PostgresStorage storage) : ILedger
{
    const int MaxGathered = 256;

    readonly GatheredReads<(string Organization, Guid Id), FoundCommit?> _finds = new(
        asks => storage.Loads.ReadAsync(session => PostgresCommitRows.FindAsync(session, asks), CancellationToken.None),
        MaxGathered,
        storage.ReadQueueLimit,
        ReadKind.Commit,
        storage.ReadInstruments);

    public Task<CommitResult> CommitAsync(Commit commit, CommitTurn? turn = null)
    {
        var pending = new PendingCommit(commit, turn?.Durable);
        // A chunk of an import is written alone: nobody will ask what it touches.
        if (pending.Bytes < WriteQueue.LargeBytes) pending.PrepareTouched();
        return storage.Writes.SubmitAsync(pending, turn);
    }

    public Task<FoundCommit?> FindAsync(string organization, Guid commitId) => _finds.AskAsync((organization, commitId));

    public void Subscribe(Action<CommittedBatch> onCommitted) => storage.Loop.Subscribe(onCommitted);
}
