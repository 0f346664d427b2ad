using DncActors.Domain.Leads;
using DncActors.Domain.Registry;

namespace DncActors.Storage.Sqlite;

/// <summary>Single leads and executions, inside of a snapshot.</summary>
internal static class SqliteLeadReads
{
    internal const string LeadSql = $"select {SqliteLeadRows.Columns}, lead.sequence from lead where organization = ?1 and id = ?2";

    internal const string OwnEntriesSql =
        $"select {SqliteEntryRows.Columns} from entry where organization = ?1 and lead_id = ?2 and revoked_at is null order by ordinal";

    internal const string ExecutionSql = $"select {SqliteExecutionRows.Columns} from execution where sequence = ?1 and id = ?2";

    public static LoadedLead Load(SqliteSession session, string organization, string leadId, Guid? commitId)
    {
        var state = session.Prepare(LeadSql).Bind(organization).Bind(leadId)
            .First(row => new LeadState(SqliteLeadRows.Read(row), [], row.Long(SqliteLeadRows.ColumnCount)));
        if (state is not null) state = state with { Entries = [.. OwnEntries(session, organization, leadId)] };
        if (commitId is not { } id || SqliteCommitRows.Find(session, organization, id) is not { } found) return new LoadedLead(state, null, null);
        return new LoadedLead(state, found, Execution(session, found.Sequence, id));
    }

    public static List<DncEntry> OwnEntries(SqliteSession session, string organization, string leadId) =>
        session.Prepare(OwnEntriesSql).Bind(organization).Bind(leadId).All(row => SqliteEntryRows.Read(row));

    /// <summary>The execution of the commit with this id and last sequence, or null where it was none.</summary>
    public static Execution? Execution(SqliteSession session, long sequence, Guid id) =>
        session.Prepare(ExecutionSql).Bind(sequence).Bind(id).First(row => SqliteExecutionRows.Read(row, id));

    public static Execution? Execution(SqliteSession session, string organization, Guid id) =>
        SqliteCommitRows.Find(session, organization, id) is { } found ? Execution(session, found.Sequence, id) : null;
}
