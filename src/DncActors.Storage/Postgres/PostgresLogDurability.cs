using DncActors.Domain.Ledger;
using DncActors.Storage.Reading;

namespace DncActors.Storage.Postgres;

/// <summary>Waits where this process wrote nothing since: by a commit of its own, which the server answers when everything before it is kept as well.</summary>
internal sealed class PostgresLogDurability(PostgresStorage storage) : ILogDurability
{
    const int MaxGathered = 256;

    /// <summary>A message in the log that nobody reads; being part of a transaction it makes the server commit one.</summary>
    const string Sql =
        $"""
        select {PostgresLogIdentity.Columns}, h.sequence from {PostgresLogIdentity.Tables}
        where pg_logical_emit_message(true, 'dnc', '') is not null and set_config('synchronous_commit', 'on', true) = 'on'
        """;

    readonly GatheredReads<long, long> _heads = new(
        async asks =>
        {
            var (log, head) = (await storage.Loads.ReadAsync(
                session => session.CommittedAsync(new PostgresQuery(Sql), row => (PostgresLogIdentity.Of(row), row.Long(3))),
                CancellationToken.None).ConfigureAwait(false)).Single();
            if (!storage.Kept.Meet(log)) throw new LedgerUnavailableException("The database has another log by now.");
            storage.Kept.Know(head);
            return [.. asks.Select(_ => head)];
        },
        MaxGathered,
        storage.ReadQueueLimit,
        ReadKind.Commit,
        storage.ReadInstruments);

    public async ValueTask UpToAsync(long sequence, CancellationToken cancellation)
    {
        if (storage.Kept.Knows(sequence)) return;
        if (await _heads.AskAsync(sequence).WaitAsync(cancellation).ConfigureAwait(false) < sequence)
            throw new LedgerUnavailableException("The log ends before what was read of it.");
    }
}
