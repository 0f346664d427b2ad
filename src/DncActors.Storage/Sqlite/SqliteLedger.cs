using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;
using DncActors.Storage.Reading;

namespace DncActors.Storage.Sqlite;

/// <summary>The embedded ledger: one writer thread, many commits a transaction.</summary>
internal sealed class SqliteLedger(SqliteStorage storage) : ILedger
{
    const int MaxGathered = 256;

    readonly GatheredReads<(string Organization, Guid Id), FoundCommit?> _finds = new(
        asks => storage.Loads.ReadAsync<IReadOnlyList<FoundCommit?>>(
            session => SqliteSnapshot.Read(session, () => asks.Select(a => SqliteCommitRows.Find(session, a.Organization, a.Id)).ToArray()),
            CancellationToken.None),
        MaxGathered,
        storage.ReadQueueLimit,
        ReadKind.Commit,
        storage.ReadInstruments);

    public Task<CommitResult> CommitAsync(Commit commit, CommitTurn? turn = null) =>
        storage.Writes.SubmitAsync(new PendingCommit(commit, turn?.Durable), turn);

    public Task<FoundCommit?> FindAsync(string organization, Guid commitId) => _finds.AskAsync((organization, commitId));

    public void Subscribe(Action<CommittedBatch> onCommitted) => storage.Loop.Subscribe(onCommitted);
}
