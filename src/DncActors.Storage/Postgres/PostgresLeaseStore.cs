using System.Collections.Immutable;
using DncActors.Domain.Leases;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Postgres;

/// <summary>The nodes' rows, each call one statement that commits itself.</summary>
internal sealed class PostgresLeaseStore(PostgresStorage storage) : ILeaseStore
{
    const string TakeSql = "insert into node_lease (node, address, applied) values ($1, $2, $3) returning epoch";

    // The clock of the moment, not that at which the statement began to wait for the row. In another log the row says nothing of this node's lease.
    const string RenewSql =
        $"""
        update node_lease set applied = $3
        where node = $1 and epoch = $2 and not revoked and exists (
            select from (select {PostgresLogIdentity.Columns} from {PostgresLogIdentity.Tables}) i
            where i.log = $4 and i.system_identifier = $5 and i.timeline = $6)
        returning floor(extract(epoch from clock_timestamp()) * 1000)::bigint
        """;

    static readonly string RenewRevokedSql = RenewSql.Replace("and not revoked", "", StringComparison.Ordinal);

    const string RowsSql = "select node, epoch, applied, revoked, address from node_lease order by epoch";
    const string RevokeSql = "update node_lease set revoked = true where node = $1 and epoch = $2 returning epoch";
    const string DeleteSql = "delete from node_lease where node = $1 and epoch = $2 returning epoch";

    public Task<long> TakeAsync(string node, string address, long applied, CancellationToken cancellation) => storage.Leases.ReadAsync(
        async session => (await session.CommittedAsync(new PostgresQuery(TakeSql).With(node).With(address).With(applied), row => row.Long(0))
            .ConfigureAwait(false)).Single(),
        cancellation);

    public Task<long?> RenewAsync(string node, long epoch, long applied, CancellationToken cancellation)
    {
        var log = storage.Kept.Log!.Value;
        var query = new PostgresQuery(LedgerMutant.RenewsRevoked ? RenewRevokedSql : RenewSql)
            .With(node).With(epoch).With(applied).With(log.Log).With(log.System).With((long)log.Timeline);
        return storage.Leases.ReadAsync(
            async session => (await session.AllAsync(query, row => (long?)row.Long(0)).ConfigureAwait(false)).SingleOrDefault(), cancellation);
    }

    public Task<ImmutableArray<LeaseRow>> ReadRowsAsync(CancellationToken cancellation) => storage.Leases.ReadAsync(
        async session => (await session
            .AllAsync(new PostgresQuery(RowsSql), row => new LeaseRow(row.Text(0), row.Long(1), row.Long(2), row.Bool(3), row.Text(4)))
            .ConfigureAwait(false)).ToImmutableArray(),
        cancellation);

    public Task<bool> RevokeAsync(string node, long epoch, CancellationToken cancellation) => storage.Leases.ReadAsync(
        async session => (await session.CommittedAsync(new PostgresQuery(RevokeSql).With(node).With(epoch), row => row.Long(0)).ConfigureAwait(false))
            .Count == 1,
        cancellation);

    public Task DeleteAsync(string node, long epoch, CancellationToken cancellation) => storage.Leases.ReadAsync(
        session => session.CommittedAsync(new PostgresQuery(DeleteSql).With(node).With(epoch), row => row.Long(0)), cancellation);
}
