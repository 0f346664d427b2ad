using DncActors.Domain.Ledger;
using DncActors.Domain.Reports;

namespace DncActors.Storage.Postgres;

/// <summary>Searches the log as the audit: newest first by time, each change with its execution and the document that it replaced.</summary>
internal static class PostgresAuditSearch
{
    internal const string BeforeSql =
        """
        select a.n, v.body
        from unnest($2::smallint[], $3::text[], $4::bigint[]) with ordinality a(kind, id, version, n)
        join document_version v on v.organization = $1 and v.kind = a.kind and v.id = a.id and v.version = a.version
        """;

    public static async Task<List<AuditRecord>> ReadAsync(PostgresSession session, string organization, AuditQuery query, long[]? before, int limit)
    {
        var changes = await session.AllAsync(Query(organization, query, before, limit), PostgresChangeRows.Read).ConfigureAwait(false);
        var executions = await PostgresLeadReads
            .ExecutionsAsync(session, organization, changes.Select(c => c.What.ExecutionId).OfType<Guid>()).ConfigureAwait(false);
        var replaced = await ReplacedAsync(session, organization, changes).ConfigureAwait(false);
        return changes.ConvertAll(change => new AuditRecord(
            change,
            change.What.ExecutionId is { } id ? executions.GetValueOrDefault(id) : null,
            replaced.GetValueOrDefault(change.Sequence)));
    }

    internal static PostgresQuery Query(string organization, AuditQuery query, long[]? before, int limit)
    {
        var sql = new PostgresQuery($"select {PostgresChangeRows.Columns} from change where");
        sql.Add($"organization = {sql.Value(organization)}");
        if (query.LeadId is { } lead) sql.Add($"and lead_id = {sql.Value(lead)}");
        if (query.Actor is { } actor) sql.Add($"and actor = {sql.Value(actor)}");
        if (query.Type is { } ofType) sql.Add($"and type = {sql.Value(ofType)}{(OfLeads(ofType) ? "" : " and lead_id is null")}");
        if (query.From is { } from) sql.Add($"and at >= {sql.Value(from.UtcTicks)}");
        if (query.To is { } to) sql.Add($"and at < {sql.Value(to.UtcTicks)}");
        if (before is [var at, var sequence]) sql.Add($"and (at, sequence) < ({sql.Value(at)}, {sql.Value(sequence)})");
        return sql.Add($"order by at desc, sequence desc limit {sql.Value((long)limit)}");
    }

    /// <summary>Types of which a change may name a lead. All others never do (documents, imports of leads).</summary>
    static bool OfLeads(string type) => type.StartsWith("lead.", StringComparison.Ordinal) || type.StartsWith("dnc.", StringComparison.Ordinal);

    /// <summary>By the change's sequence, the version before the one that it published.</summary>
    static async Task<Dictionary<long, Document>> ReplacedAsync(PostgresSession session, string organization, List<Change> changes)
    {
        var published = changes.Where(c => c.What.Document is { Version: > 1 }).ToArray();
        if (published.Length == 0) return [];
        var query = new PostgresQuery(BeforeSql)
            .With(organization)
            .With([.. published.Select(c => (short)c.What.Document!.Kind)])
            .With([.. published.Select(c => c.What.Document!.Id)])
            .With([.. published.Select(c => c.What.Document!.Version - 1)]);
        var replaced = await session.AllAsync(query, row => (Place: (int)row.Long(0) - 1, Document: PostgresDocumentRows.Read(row, 1))).ConfigureAwait(false);
        return replaced.ToDictionary(r => published[r.Place].Sequence, r => r.Document);
    }
}
