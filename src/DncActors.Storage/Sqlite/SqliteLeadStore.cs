using System.Collections.Immutable;
using DncActors.Domain.Leads;
using DncActors.Domain.Paging;
using DncActors.Storage.Paging;
using DncActors.Storage.Reading;

namespace DncActors.Storage.Sqlite;

/// <summary>Reads leads and executions.</summary>
internal sealed class SqliteLeadStore(SqliteStorage storage) : ILeadStore
{
    const int MaxGathered = 256;
    const int MaxTaken = 1_000;

    internal const string TakenSql = "select 1 from lead where organization = ?1 and id = ?2";

    internal const string StandingSql =
        $"""
        select {SqliteLeadRows.Columns}, lead.sequence from lead indexed by lead_standing
        where organization = ?1 and workflow_id = ?2 and status_id = ?3
            and ordinal > coalesce((select ordinal from lead where organization = ?1 and id = ?4), 0)
        order by ordinal limit ?5
        """;

    internal const string HistorySql =
        $"""
        select {SqliteExecutionRows.Columns}, execution.id, execution.sequence from execution
        where organization = ?1 and lead_id = ?2 and sequence < ?3 order by sequence desc limit ?4
        """;

    readonly GatheredReads<(string Organization, string LeadId, Guid? CommitId), LoadedLead> _loads = new(
        asks => storage.Loads.ReadAsync<IReadOnlyList<LoadedLead>>(
            session => SqliteSnapshot.Read(
                session, () => asks.Select(a => SqliteLeadReads.Load(session, a.Organization, a.LeadId, a.CommitId)).ToArray()),
            CancellationToken.None),
        MaxGathered,
        storage.ReadQueueLimit,
        ReadKind.Lead,
        storage.ReadInstruments);

    public Task<LoadedLead> LoadAsync(string organization, string leadId, Guid? commitId) => _loads.AskAsync((organization, leadId, commitId));

    public Task<ImmutableHashSet<string>> FindTakenAsync(string organization, ImmutableArray<string> leadIds, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leadIds.Length, MaxTaken, nameof(leadIds));
        return storage.Loads.ReadAsync(
            session => leadIds.Where(id => session.Prepare(TakenSql).Bind(organization).Bind(id).Any()).ToImmutableHashSet(StringComparer.Ordinal),
            cancellation);
    }

    public Task<PageOf<Lead>> SearchAsync(string organization, LeadQuery query, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("leads", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        return storage.Searches.ReadAsync(
            session =>
            {
                var found = SqliteSnapshot.Read(session, () => SqliteLeadSearch.Read(session, organization, query, before, limit + 1));
                return Pages.Of(found, limit, row => row.Lead, row => Cursor.Write("leads", row.Ordinal));
            },
            cancellation);
    }

    public Task<ImmutableArray<LeadState>> ReadStandingAsync(
        string organization, string workflowId, string statusId, string? afterLeadId, int limit, CancellationToken cancellation)
    {
        var rows = Pages.Limit(limit);
        return storage.Searches.ReadAsync(
            session => SqliteSnapshot.Read(session, () => session.Prepare(StandingSql)
                .Bind(organization).Bind(workflowId).Bind(statusId).Bind(afterLeadId).Bind(rows)
                .All(row => (Lead: SqliteLeadRows.Read(row), Sequence: row.Long(SqliteLeadRows.ColumnCount)))
                .Select(r => new LeadState(r.Lead, [.. SqliteLeadReads.OwnEntries(session, organization, r.Lead.Id)], r.Sequence))
                .ToImmutableArray()),
            cancellation);
    }

    public Task<Execution?> ReadExecutionAsync(string organization, Guid executionId, CancellationToken cancellation) => storage.Loads.ReadAsync(
        session => SqliteSnapshot.Read(session, () => SqliteLeadReads.Execution(session, organization, executionId)), cancellation);

    public Task<PageOf<Execution>> ReadHistoryAsync(string organization, string leadId, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("history", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        return storage.Searches.ReadAsync(
            session =>
            {
                var found = session.Prepare(HistorySql).Bind(organization).Bind(leadId).Bind(before).Bind(limit + 1)
                    .All(row => (Execution: SqliteExecutionRows.Read(row, row.Id(8)), Sequence: row.Long(9)));
                return Pages.Of(found, limit, row => row.Execution, row => Cursor.Write("history", row.Sequence));
            },
            cancellation);
    }
}
