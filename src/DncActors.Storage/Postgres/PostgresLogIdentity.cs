using DncActors.Domain.Ledger;

namespace DncActors.Storage.Postgres;

/// <summary>Which log it is, asked anew each time.</summary>
internal sealed class PostgresLogIdentity(PostgresStorage storage) : ILogIdentity
{
    // The timeline is read off the segment that is being written: the control file's is that of the last checkpoint, which may be older than a failover.
    const string Sql =
        """
        select h.log, s.system_identifier, ('x' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8))::bit(32)::int::bigint
        from ledger_head h, pg_control_system() s
        """;

    public Task<LogIdentity> ReadAsync(CancellationToken cancellation) => storage.Loads.ReadAsync(
        async session => (await session.AllAsync(new PostgresQuery(Sql), row => new LogIdentity(row.Id(0), row.Long(1), (int)row.Long(2)))
            .ConfigureAwait(false)).Single(),
        cancellation);
}
