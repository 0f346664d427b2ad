using DncActors.Domain.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>Which log it is, asked anew each time.</summary>
internal sealed class PostgresLogIdentity(PostgresStorage storage) : ILogIdentity
{
    // The timeline is read off the segment that is being written: the control file's is that of the last checkpoint, which may be older than a failover.
    const string Sql =
        """
        select h.log, s.system_identifier, ('x' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8))::bit(32)::int::bigint, h.sequence,
            current_setting('synchronous_standby_names') <> ''
        from ledger_head h, pg_control_system() s
        """;

    public LogIdentity Started => storage.Log ?? throw new InvalidOperationException("The storage has not started.");

    public Task<IdentifiedHead> ReadHeadAsync(CancellationToken cancellation) => storage.Leases.ReadAsync(
        async session => (await session.AllAsync(new PostgresQuery(Sql), row => Read(row, storage.Kept)).ConfigureAwait(false)).Single(), cancellation);

    /// <summary>For a connection that is about to write.</summary>
    public static LogIdentity Read(NpgsqlConnection connection, PostgresKept kept)
    {
        using var command = new NpgsqlCommand(Sql, connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        return Read(new PostgresRow(reader), kept).Log;
    }

    static IdentifiedHead Read(PostgresRow row, PostgresKept kept)
    {
        kept.HasStandbys = row.Bool(4);
        return new(new(row.Id(0), row.Long(1), (int)row.Long(2)), row.Long(3));
    }
}
