using System.Collections.Immutable;
using DncActors.Domain.Audit;
using DncActors.Domain.Leads;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Storage.Sqlite;
using DncActors.StorageTests.Leads;

namespace DncActors.StorageTests.Sqlite;

/// <summary>With a million leads and entries, a query that goes through all of them is an outage.</summary>
public sealed class SqlitePlanTests : IAsyncLifetime
{
    SqliteStore _store = null!;
    SqliteSession _session = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.StartAsync();
        await _store.Ledger.CommitAsync(Samples.Create(Samples.Lead("L1", Samples.Phone(1)), Samples.Lead("L2") with { At = Samples.Dead }));
        _session = SqliteSession.OpenReader(_store.Options.DataFile, 1_024);
    }

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public void Every_fixed_query_goes_by_an_index_in_the_order_of_its_list()
    {
        string[] queries =
        [
            SqliteChangeLog.AllSql, SqliteChangeLog.OrganizationSql, SqliteChangeLog.EntriesSql, SqliteChangeLog.GroupSql,
            SqliteDocumentStore.AllSql, SqliteDocumentStore.VersionSql, SqliteDocumentStore.VersionsSql,
            SqliteLeadReads.LeadSql, SqliteLeadReads.OwnEntriesSql, SqliteLeadReads.ExecutionSql,
            SqliteLeadStore.TakenSql, SqliteLeadStore.StandingSql, SqliteLeadStore.HistorySql, SqliteStandings.StatusSql, SqliteStandings.WorkflowSql,
            SqliteEntryStore.EntrySql, SqliteEntryStore.ImportSql, SqliteEntryStore.ImportsSql, SqliteBlockSource.Sql,
            SqliteJobStore.JobSql, SqliteJobStore.SearchSql, SqliteJobStore.OpenSql,
            SqliteReportStore.LeadsSql,
            SqliteAuditSearch.ImportedLeadSql, SqliteAuditSearch.ImportSql,
        ];
        foreach (var sql in queries) Check(sql, maySort: false);
    }

    [Fact]
    public void Counts_and_the_few_entries_of_a_point_may_be_sorted()
    {
        Check(SqliteEntryStore.PointSql, maySort: true);
        foreach (var group in Enum.GetValues<ActionUsageGroup>()) Check(SqliteActionUsage.Sql(group), maySort: true);
    }

    [Fact]
    public void Counts_read_nothing_but_an_index()
    {
        string[] counts = [SqliteReportStore.LeadsSql, SqliteBlockSource.Sql, .. Enum.GetValues<ActionUsageGroup>().Select(SqliteActionUsage.Sql)];
        foreach (var sql in counts) Assert.Contains("COVERING INDEX", Plan(sql), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_search_for_leads_goes_by_an_index()
    {
        var questions =
            from workflow in new[] { null, "sales" }
            from status in new[] { null, "new" }
            from statuses in new ImmutableArray<StatusRef>?[] { null, [Samples.New, Samples.Dead] }
            from flagged in new bool?[] { null, true, false }
            from text in new[] { null, "ada", "ada love" }
            from point in new Domain.ContactPoints.ContactPoint?[] { null, Samples.Phone(1) }
            from import in new Guid?[] { null, Samples.Id(1) }
            select new LeadQuery(workflow, status, statuses, flagged, text, point, import, Samples.Now);

        foreach (var question in questions)
        {
            foreach (var common in NameSearchSuite.Limits)
            {
                var names = SqliteLeadSearch.NamesOf(_session, "acme", question, common);
                foreach (var part in SqliteLeadSearch.Parts(_session, "acme", question, names, long.MaxValue, 100))
                    Check(part.Sql, maySort: question.Text is not null || question.Point is not null);
            }
        }
    }

    [Fact]
    public void Every_search_for_entries_goes_by_an_index()
    {
        var questions =
            from point in new Domain.ContactPoints.ContactPoint?[] { null, Samples.Phone(1) }
            from source in new EntrySource?[] { null, EntrySource.Import }
            from channels in new Domain.ContactPoints.Channels?[] { null, Domain.ContactPoints.Channels.Sms }
            from activeOn in new DateTimeOffset?[] { null, Samples.Now }
            from lead in new[] { null, "L1" }
            from import in new Guid?[] { null, Samples.Id(1) }
            select new EntryQuery(point, source, channels, activeOn, lead, import);

        foreach (var question in questions)
        {
            foreach (var order in new[] { ("<", "desc"), (">", "asc") })
            {
                foreach (var part in SqliteEntrySearch.Parts("acme", question, order.Item1, 5, order.Item2, 100))
                    Check(part.Sql, maySort: question.Point is not null);
            }
        }
    }

    [Fact]
    public void Every_search_of_the_audit_goes_by_an_index_in_order()
    {
        var questions =
            from @from in new DateTimeOffset?[] { null, Samples.Now }
            from to in new DateTimeOffset?[] { null, Samples.Now }
            from actor in new[] { null, "ann" }
            from lead in new[] { null, "L1" }
            from type in new[] { null, "role.changed", "lead.moved" }
            from before in new long[]?[] { null, [1, 2] }
            select SqliteAuditSearch.Query("acme", new AuditQuery(@from, to, actor, lead, type), before, 100);

        foreach (var query in questions) Check(query.Sql, maySort: false);
    }

    [Fact]
    public void Every_search_for_records_of_access_goes_by_an_index_in_order_and_so_does_their_deletion()
    {
        var questions =
            from time in new DateTimeOffset?[] { null, Samples.Now }
            from actor in new[] { null, "ann" }
            from kind in new AccessKind?[] { null, AccessKind.FileScrubbed }
            from before in new long[]?[] { null, [1, 2] }
            select SqliteAccessStore.Query("acme", new AccessQuery(time, time, actor, kind), before, 100);

        foreach (var query in questions) Check(query.Sql, maySort: false);
        Check(SqliteAccessRows.DeleteSql, maySort: false);
    }

    void Check(string sql, bool maySort)
    {
        var plan = Plan(sql);
        string[] tables =
        [
            "lead", "lead_point", "lead_word", "entry", "change", "change_group", "execution", "commit_record", "document_version", "access_record",
        ];
        foreach (var table in tables)
            Assert.DoesNotContain($"SCAN {table}\n", plan, StringComparison.Ordinal);
        Assert.DoesNotMatch("SCAN (lead|entry|change|execution)[ \n]", plan);
        if (!maySort) Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    string Plan(string sql) =>
        string.Join('\n', _session.Prepare($"explain query plan {sql}").All(row => row.Text(3))) + $"\n{sql}";
}
