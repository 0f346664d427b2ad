using DncActors.Domain.Ledger;
using DncActors.Domain.Reports;

namespace DncActors.Storage.Sqlite;

/// <summary>Searches the log as the audit: newest first by time, each change with its execution and the document that it replaced.</summary>
internal static class SqliteAuditSearch
{
    internal const string ImportedLeadSql = "select created_at, import_id from lead where organization = ?1 and id = ?2 and import_id is not null";

    /// <summary>An import's change names no lead. All leads of one commit were created at its time, so it is found by the lead's.</summary>
    internal const string ImportSql =
        $"""
        select {SqliteChangeRows.Columns} from change indexed by change_type
        where organization = ?1 and type = '{ChangeTypes.LeadsImported}' and lead_id is null and at = ?2 order by sequence
        """;

    public static List<AuditRecord> Read(SqliteSession session, string organization, AuditQuery query, long[]? before, int limit)
    {
        var changes = Query(organization, query, before, limit).Prepare(session).All(SqliteChangeRows.Read);
        if (ImportOf(session, organization, query, before) is { } import)
        {
            changes.Add(import);
            changes = [.. changes.OrderByDescending(c => c.At).ThenByDescending(c => c.Sequence).Take(limit)];
        }
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

    /// <summary>The import that brought the lead that is asked for, where it is among what is asked for and belongs to this page or a later one.</summary>
    static Change? ImportOf(SqliteSession session, string organization, AuditQuery query, long[]? before)
    {
        if (query.LeadId is not { } lead || (query.Type ?? ChangeTypes.LeadsImported) != ChangeTypes.LeadsImported) return null;
        if (session.Prepare(ImportedLeadSql).Bind(organization).Bind(lead).All(row => (At: row.Time(0), Import: row.Id(1))) is not [var made]) return null;
        var found = session.Prepare(ImportSql).Bind(organization).Bind(made.At).All(SqliteChangeRows.Read)
            .Find(c => c.What.Subject == made.Import.ToString());
        if (found is null || (query.Actor ?? found.Actor) != found.Actor || found.At < query.From || found.At >= query.To) return null;
        return before is [var at, var sequence] && (found.At.UtcTicks, found.Sequence).CompareTo((at, sequence)) >= 0 ? null : found;
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
