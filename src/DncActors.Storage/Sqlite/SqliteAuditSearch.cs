using DncActors.Domain.Ledger;
using DncActors.Domain.Reports;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Sqlite;

/// <summary>Searches the log as the audit: newest first by time, each change with its execution and the document that it replaced.</summary>
internal static class SqliteAuditSearch
{
    internal const string ImportedLeadSql = "select created_at, import_id from lead where organization = ?1 and id = ?2 and import_id is not null";

    internal const string ImportSql =
        $"""
        select {SqliteChangeRows.Columns} from change indexed by change_type
        where organization = ?1 and type = '{ChangeTypes.LeadsImported}' and lead_id is null and at = ?2 order by sequence
        """;

    public static List<AuditRecord> Read(SqliteSession session, string organization, AuditQuery query, long[]? before, int limit)
    {
        var changes = Query(organization, query, before, limit).Prepare(session).All(SqliteChangeRows.Read);
        if (ImportOfLead.Asked(query) is { } lead) changes = WithImport(session, organization, lead, changes, query, before, limit);
        return changes.ConvertAll(change => Record(session, change));
    }

    internal static SqliteQuery Query(string organization, AuditQuery query, long[]? before, int limit)
    {
        var index = query switch
        {
            { LeadId: not null } => "change_lead",
            { Actor: not null } => "change_actor",
            { Type: { } type } when !OfLeads(type) => "change_type",
            _ => "change_at",
        };
        var sql = new SqliteQuery($"select {SqliteChangeRows.Columns} from change indexed by {index} where");
        sql.Add($"organization = {sql.Value(organization)}");
        if (query.LeadId is { } lead) sql.Add($"and lead_id = {sql.Value(lead)}");
        if (query.Actor is { } actor) sql.Add($"and actor = {sql.Value(actor)}");
        if (query.Type is { } ofType) sql.Add($"and type = {sql.Value(ofType)}{(index == "change_type" ? " and lead_id is null" : "")}");
        if (query.From is { } from) sql.Add($"and at >= {sql.Value(from.UtcTicks)}");
        if (query.To is { } to) sql.Add($"and at < {sql.Value(to.UtcTicks)}");
        if (before is [var at, var sequence]) sql.Add($"and (at, sequence) < ({sql.Value(at)}, {sql.Value(sequence)})");
        return sql.Add($"order by at desc, sequence desc limit {sql.Value(limit)}");
    }

    static List<Change> WithImport(
        SqliteSession session, string organization, string lead, List<Change> changes, AuditQuery query, long[]? before, int limit)
    {
        var made = session.Prepare(ImportedLeadSql).Bind(organization).Bind(lead).All(row => (At: row.Time(0), ImportId: row.Id(1)));
        if (made is not [var (at, import)]) return changes;
        var imports = session.Prepare(ImportSql).Bind(organization).Bind(at).All(SqliteChangeRows.Read);
        return ImportOfLead.Insert(changes, imports, import, query, before, limit);
    }

    /// <summary>Types of which a change may name a lead. All others never do (documents, imports of leads).</summary>
    static bool OfLeads(string type) => type.StartsWith("lead.", StringComparison.Ordinal) || type.StartsWith("dnc.", StringComparison.Ordinal);

    static AuditRecord Record(SqliteSession session, Change change)
    {
        var execution = change.What.ExecutionId is { } id ? SqliteLeadReads.Execution(session, change.Organization, id) : null;
        return new AuditRecord(change, execution, Before(session, change));
    }

    static Document? Before(SqliteSession session, Change change) => change.What.Document is not { Version: > 1 } document
        ? null
        : session.Prepare(SqliteDocumentStore.VersionSql)
            .Bind(change.Organization).Bind((long)document.Kind).Bind(document.Id).Bind(document.Version - 1)
            .First(row => SqliteDocumentRows.Read(row, 0));
}
