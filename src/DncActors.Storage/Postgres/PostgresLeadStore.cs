using System.Collections.Immutable;
using DncActors.Domain.Leads;
using DncActors.Domain.Paging;
using DncActors.Storage.Paging;
using DncActors.Storage.Reading;

namespace DncActors.Storage.Postgres;

/// <summary>Reads leads and executions.</summary>
internal sealed class PostgresLeadStore(PostgresStorage storage) : ILeadStore
{
    const int MaxGathered = 256;
    const int MaxTaken = 1_000;

    internal const string TakenSql =
        """
        select a.id from unnest($2::text[]) a(id)
        cross join lateral (select from lead where lead.organization = $1 and lead.id = a.id limit 1) taken
        """;

    internal const string StandingSql =
        $"""
        select {PostgresLeadRows.Columns}, lead.sequence from lead
        where organization = $1 and workflow_id = $2 and status_id = $3
            and ordinal > coalesce((select ordinal from lead where organization = $1 and id = $4), 0)
        order by ordinal limit $5
        """;

    internal const string HistorySql =
        $"""
        select {PostgresExecutionRows.Columns}, execution.id, execution.sequence from execution
        where organization = $1 and lead_id = $2 and sequence < $3 order by sequence desc limit $4
        """;

    readonly GatheredReads<(string Organization, string LeadId, Guid? CommitId), LoadedLead> _loads = new(
        asks => storage.LeadLoads.ReadAsync(session => PostgresLeadReads.LoadAsync(session, asks), CancellationToken.None),
        MaxGathered,
        storage.ReadQueueLimit,
        ReadKind.Lead,
        storage.ReadInstruments);

    public Task<LoadedLead> LoadAsync(string organization, string leadId, Guid? commitId) => _loads.AskAsync((organization, leadId, commitId));

    public Task<ImmutableHashSet<string>> FindTakenAsync(string organization, ImmutableArray<string> leadIds, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leadIds.Length, MaxTaken, nameof(leadIds));
        var query = new PostgresQuery(TakenSql).With(organization).With([.. leadIds]);
        return storage.Loads.ReadAsync(
            async session => (await session.AllAsync(query, row => row.Text(0)).ConfigureAwait(false)).ToImmutableHashSet(StringComparer.Ordinal),
            cancellation);
    }

    public async Task<PageOf<Lead>> SearchAsync(string organization, LeadQuery query, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("leads", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        var found = await storage.Searches.ReadAsync(
            session => session.SnapshotAsync(() => PostgresLeadSearch.ReadAsync(session, organization, query, before, limit + 1)),
            cancellation).ConfigureAwait(false);
        return Pages.Of(found, limit, row => row.Lead, row => Cursor.Write("leads", row.Ordinal));
    }

    public Task<ImmutableArray<LeadState>> ReadStandingAsync(
        string organization, string workflowId, string statusId, string? afterLeadId, int limit, CancellationToken cancellation)
    {
        var query = new PostgresQuery(StandingSql)
            .With(organization).With(workflowId).With(statusId).With(afterLeadId).With((long)Pages.Limit(limit));
        return storage.Searches.ReadAsync(
            session => session.SnapshotAsync(async () =>
            {
                var leads = await session.AllAsync(query, row => (Lead: PostgresLeadRows.Read(row), Sequence: row.Long(PostgresLeadRows.ColumnCount)))
                    .ConfigureAwait(false);
                var entries = await PostgresLeadReads.OwnEntriesAsync(session, organization, [.. leads.Select(r => r.Lead.Id)]).ConfigureAwait(false);
                return leads.Select(r => new LeadState(r.Lead, [.. entries[r.Lead.Id]], r.Sequence)).ToImmutableArray();
            }),
            cancellation);
    }

    public Task<Execution?> ReadExecutionAsync(string organization, Guid executionId, CancellationToken cancellation) => storage.Loads.ReadAsync(
        async session => (await PostgresLeadReads.ExecutionsAsync(session, organization, [executionId]).ConfigureAwait(false)).GetValueOrDefault(executionId),
        cancellation);

    public async Task<PageOf<Execution>> ReadHistoryAsync(string organization, string leadId, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("history", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        var query = new PostgresQuery(HistorySql).With(organization).With(leadId).With(before).With((long)limit + 1);
        var found = await storage.Searches.ReadAsync(
            session => session.AllAsync(query, row => (
                Execution: PostgresExecutionRows.Read(row, row.Id(PostgresExecutionRows.ColumnCount)),
                Sequence: row.Long(PostgresExecutionRows.ColumnCount + 1))),
            cancellation).ConfigureAwait(false);
        return Pages.Of(found, limit, row => row.Execution, row => Cursor.Write("history", row.Sequence));
    }
}
