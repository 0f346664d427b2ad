using DncActors.Domain.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>Which log it is, asked anew each time.</summary>
internal sealed class PostgresLogIdentity(PostgresStorage storage) : ILogIdentity
{
    /// <summary>
    /// Log, system and timeline. That is read off the segment that is being written: the control file's is of the last checkpoint, which may be older than a
    /// failover.
    /// </summary>
    public const string Columns =
        "h.log, s.system_identifier, ('x' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8))::bit(32)::int::bigint as timeline";

    public const string Tables = "ledger_head h, pg_control_system() s";

    const string Sql = $"select {Columns}, h.sequence, current_setting('synchronous_standby_names') <> '' from {Tables}";

    public LogIdentity Started => storage.Kept.Log ?? throw new InvalidOperationException("The storage has not started.");

    public bool IsAnother => storage.Kept.IsAnother;

    public Task<IdentifiedHead> ReadHeadAsync(CancellationToken cancellation) => storage.Leases.ReadAsync(
        async session => (await session.AllAsync(new PostgresQuery(Sql), row => Met(row, storage.Kept)).ConfigureAwait(false)).Single(), cancellation);

    /// <summary>For a connection that is about to write: to the log that this process started on, or on which it starts now.</summary>
    /// <exception cref="UnfitDatabaseException">It is another.</exception>
    public static void Demand(NpgsqlConnection connection, PostgresKept kept)
    {
        using var command = new NpgsqlCommand(Sql, connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        var found = Met(new PostgresRow(reader), kept).Log;
        if (found == kept.Log) return;
        var known = kept.Log!.Value;
        throw new UnfitDatabaseException(
            $"The database has another log than the one this process started on ({found.Log}, system {found.System}, timeline {found.Timeline} instead of "
            + $"{known.Log}, {known.System}, {known.Timeline}): after a failover or a restore a node starts anew.");
    }

    public static LogIdentity Of(PostgresRow row) => new(row.Id(0), row.Long(1), (int)row.Long(2));

    static IdentifiedHead Met(PostgresRow row, PostgresKept kept)
    {
        var log = Of(row);
        // Of another server it says nothing about this one's log.
        if (kept.Meet(log)) kept.HasStandbys = row.Bool(4);
        return new(log, row.Long(3));
    }
}
