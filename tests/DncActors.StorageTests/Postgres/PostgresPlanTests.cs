using System.Collections.Immutable;
using DncActors.Domain.Audit;
using DncActors.Domain.Leads;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Storage.Postgres;
using DncActors.StorageTests.Leads;
using Npgsql;

namespace DncActors.StorageTests.Postgres;

/// <summary>With a million leads and entries, a query that goes through all of them is an outage: every one goes by the index that is meant for it.</summary>
public sealed class PostgresPlanTests(FilledPostgresStore filled) : IClassFixture<FilledPostgresStore>
{
    readonly PostgresStore _store = filled.Store;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PostgresChangeLog.AllSql, "change_pkey")]
    [InlineData(PostgresChangeLog.GroupSql, "change_group_pkey")]
    [InlineData(PostgresDocumentStore.AllSql, "document_pkey")]
    [InlineData(PostgresDocumentStore.VersionSql, "document_version_pkey")]
    [InlineData(PostgresDocumentStore.VersionsSql, "document_version_pkey")]
    [InlineData(PostgresLeadReads.LoadSql, "lead_id")]
    [InlineData(PostgresLeadReads.LoadSql, "commit_record_pkey")]
    [InlineData(PostgresLeadReads.LoadSql, "execution_pkey")]
    [InlineData(PostgresLeadReads.CommitsSql, "commit_record_pkey")]
    [InlineData(PostgresLeadStore.TakenSql, "lead_id")]
    [InlineData(PostgresLeadStore.StandingSql, "lead_standing")]
    [InlineData(PostgresLeadStore.HistorySql, "execution_lead")]
    [InlineData(PostgresStandings.Sql, "lead_standing")]
    [InlineData(PostgresEntryStore.EntrySql, "entry_id")]
    [InlineData(PostgresEntryStore.ImportSql, "import_pkey")]
    [InlineData(PostgresEntryStore.ImportsSql, "import_ordinal")]
    [InlineData(PostgresReportStore.LeadsSql, "lead_standing")]
    [InlineData(PostgresAuditSearch.ImportedLeadSql, "lead_id")]
    [InlineData(PostgresAuditSearch.ImportSql, "change_type")]
    public async Task A_fixed_query_goes_by_its_index_in_the_order_of_its_list(string sql, string index)
    {
        var plan = await PlanAsync(sql);

        Assert.Contains($" using {index} ", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort Key", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_blocks_are_loaded_along_the_index_of_points_which_holds_all_of_it()
    {
        var plan = await PlanAsync(PostgresBlockSource.Sql("acme", Samples.Email("o'hara\\"), PostgresBlockSource.RangeEntries));

        Assert.Contains("Index Only Scan using entry_point ", plan, StringComparison.Ordinal);
        Assert.Contains("Index Cond: ((ROW(", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort Key", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organizations_log_is_read_in_order_along_its_own_index_or_along_that_of_all_where_nearly_all_is_its_own()
    {
        await CheckAsync(PostgresChangeLog.OrganizationSql, maySort: false);
        await CheckAsync(PostgresChangeLog.EntriesSql, maySort: false);
    }

    [Theory]
    [InlineData(PostgresEntryStore.PointsSql, "entry_point")]
    [InlineData(PostgresLeadReads.OwnEntriesSql, "entry_lead")]
    public async Task The_few_entries_of_points_and_leads_are_found_by_index_and_may_be_sorted(string sql, string index) =>
        Assert.Contains($" using {index} ", await PlanAsync(sql), StringComparison.Ordinal);

    [Theory]
    [InlineData(ActionUsageGroup.Action)]
    [InlineData(ActionUsageGroup.Status)]
    [InlineData(ActionUsageGroup.User)]
    [InlineData(ActionUsageGroup.Day)]
    public async Task Counts_of_executions_read_nothing_but_an_index(ActionUsageGroup group) =>
        Assert.Contains("Index Only Scan using execution_report", await PlanAsync(PostgresActionUsage.Sql(group)), StringComparison.Ordinal);

    [Fact]
    public async Task Every_search_for_leads_goes_by_an_index_in_order()
    {
        var questions =
            from workflow in new[] { null, "sales" }
            from status in new[] { null, "new" }
            from statuses in new ImmutableArray<StatusRef>?[] { null, [Samples.New, Samples.Dead] }
            from flagged in new bool?[] { null, true, false }
            from text in new[] { null, "ada love" }
            from import in new Guid?[] { null, Samples.Id(1) }
            select new LeadQuery(workflow, status, statuses, flagged, text, null, import, Samples.Now);
        await _store.Engine.Searches.ReadAsync(
            async session =>
            {
                foreach (var question in questions)
                {
                    foreach (var common in NameSearchSuite.Limits)
                    {
                        var names = await PostgresLeadSearch.NamesOfAsync(session, "acme", question, common);
                        foreach (var part in await PostgresLeadSearch.PartsAsync(session, "acme", question, names, long.MaxValue, 100))
                            await CheckAsync(part.Sql, maySort: question.Text is not null);
                    }
                }
                return true;
            },
            Cancel);
    }

    [Fact]
    public async Task Every_search_for_entries_goes_by_an_index()
    {
        var questions =
            from source in new EntrySource?[] { null, EntrySource.Import }
            from channels in new Domain.ContactPoints.Channels?[] { null, Domain.ContactPoints.Channels.Sms }
            from activeOn in new DateTimeOffset?[] { null, Samples.Now }
            from lead in new[] { null, "L1" }
            from import in new Guid?[] { null, Samples.Id(1) }
            select new EntryQuery(null, source, channels, activeOn, lead, import);

        foreach (var question in questions)
        {
            foreach (var order in new[] { ("<", "desc"), (">", "asc") })
                await CheckAsync(PostgresEntrySearch.Whole("acme", question, order.Item1, 5, order.Item2, 100).Sql, maySort: true);
        }
    }

    [Fact]
    public async Task Every_search_of_the_audit_goes_by_an_index_in_order()
    {
        var questions =
            from @from in new DateTimeOffset?[] { null, Samples.Now }
            from actor in new[] { null, "ann" }
            from lead in new[] { null, "L1" }
            from type in new[] { null, "role.changed", "lead.moved" }
            from before in new long[]?[] { null, [1, 2] }
            select PostgresAuditSearch.Query("acme", new AuditQuery(@from, null, actor, lead, type), before, 100);

        foreach (var query in questions) await CheckAsync(query.Sql, maySort: false);
    }

    [Fact]
    public async Task Every_search_for_records_of_access_goes_by_an_index_in_order_and_so_does_their_deletion()
    {
        var questions =
            from time in new DateTimeOffset?[] { null, Samples.Now }
            from actor in new[] { null, "ann" }
            from kind in new AccessKind?[] { null, AccessKind.FileScrubbed }
            from before in new long[]?[] { null, [1, 2] }
            select PostgresAccessStore.Query("acme", new AccessQuery(time, time, actor, kind), before, 100);

        foreach (var query in questions) await CheckAsync(query.Sql, maySort: false);
        await CheckAsync(PostgresAccessRows.DeleteSql, maySort: false);
    }

    async Task CheckAsync(string sql, bool maySort)
    {
        var plan = await PlanAsync(sql);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        if (!maySort) Assert.DoesNotContain("Sort Key", plan, StringComparison.Ordinal);
    }

    /// <summary>The plan for any values, on a connection as reads have it.</summary>
    async Task<string> PlanAsync(string sql)
    {
        await using var connections = new PostgresConnections(_store.Options);
        await using var connection = await connections.Reads.OpenConnectionAsync(Cancel);
        var count = System.Text.RegularExpressions.Regex.Matches(sql, @"\$(\d+)").Select(m => int.Parse(m.Groups[1].Value, null)).DefaultIfEmpty().Max();
        var values = count == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("null", count))})";
        await ExecuteAsync(connection, "set plan_cache_mode = force_generic_plan");
        await ExecuteAsync(connection, "deallocate all");
        await ExecuteAsync(connection, $"prepare question as {sql}");
        await using var command = new NpgsqlCommand($"explain execute question{values}", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var plan = new List<string>();
        while (await reader.ReadAsync(Cancel)) plan.Add(reader.GetString(0));
        return $"{sql}\n{string.Join('\n', plan)}";
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
