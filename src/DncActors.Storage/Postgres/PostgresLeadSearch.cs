using System.Collections.Immutable;
using DncActors.Domain.Leads;
using DncActors.Domain.Workflows;
using DncActors.Storage.Leads;

namespace DncActors.Storage.Postgres;

/// <summary>
/// Searches leads, newest first. Each way in goes along one index in the order of the list, so that a page costs what it holds, however many leads there are:
/// by text, contact point or import; along the flagged ones; or along each status that is asked for, merged.
/// </summary>
internal static class PostgresLeadSearch
{
    /// <summary>Behind every word that begins like one.</summary>
    const string Behind = "\U0010FFFF";

    const string RowsSql = $"select {PostgresLeadRows.Columns}, lead.ordinal from unnest($1::bigint[]) a(ordinal) join lead on lead.ordinal = a.ordinal";

    const string CountSql =
        "select count(*) from (select 1 from lead_word where organization = $1 and word >= $2 and word < $3 limit $4) counted";

    public static async Task<List<(long Ordinal, Lead Lead)>> ReadAsync(
        PostgresSession session, string organization, LeadQuery query, long before, int limit, long common = NameSearch.Common)
    {
        var names = await NamesOfAsync(session, organization, query, common).ConfigureAwait(false);
        if (!names.Compares) return await PageAsync(session, organization, query, names, before, limit).ConfigureAwait(false);
        var (found, chunk) = (new List<(long Ordinal, Lead Lead)>(), Math.Max(limit, NameSearch.Chunk));
        while (true)
        {
            var rows = await PageAsync(session, organization, query, names, before, chunk).ConfigureAwait(false);
            found.AddRange(rows.Where(row => names.Describes(query, row.Lead)).Take(limit - found.Count));
            if (found.Count == limit || rows.Count < chunk) return found;
            before = rows[^1].Ordinal;
        }
    }

    /// <summary>
    /// Queries that each give ordinals, newest first, at most as many as the page; together they give every lead, one that is flagged in two ways twice, and
    /// where names are compared also some that are not meant.
    /// </summary>
    internal static async Task<IEnumerable<PostgresQuery>> PartsAsync(
        PostgresSession session, string organization, LeadQuery query, NameSearch names, long before, int limit)
    {
        if (query.Text is not null || query.Point is not null)
        {
            var byText = ByText(organization, query, names.LookedUp, before, limit);
            if (!names.Walks) return [byText];
            var all = query with { Text = null, Point = null };
            return [byText, .. await PartsAsync(session, organization, all, NameSearch.None, before, limit).ConfigureAwait(false)];
        }
        if (query.ImportId is not null) return [ByImport(organization, query, before, limit)];
        var bySomeStatus = query.WorkflowId is not null || query.StatusId is not null || query.Statuses is not null;
        if (query.DoNotContact == true && !bySomeStatus)
        {
            var restricted = query.Restricting ?? [];
            return [Flagged(organization, query, before, limit), .. restricted.Select(at => ByStatus(organization, at, query, before, limit))];
        }
        var statuses = await StatusesAsync(session, organization, query).ConfigureAwait(false);
        return statuses.Select(at => ByStatus(organization, at, query, before, limit));
    }

    internal static async Task<NameSearch> NamesOfAsync(PostgresSession session, string organization, LeadQuery query, long common)
    {
        var words = NameWords.Of(query.Text);
        var counts = new List<long>();
        foreach (var word in words)
        {
            var count = new PostgresQuery(CountSql).With(organization).With(word).With(word + Behind).With(common);
            counts.AddRange(await session.AllAsync(count, row => row.Long(0)).ConfigureAwait(false));
        }
        return NameSearch.Of(words, counts, common);
    }

    static async Task<List<(long Ordinal, Lead Lead)>> PageAsync(
        PostgresSession session, string organization, LeadQuery query, NameSearch names, long before, int limit)
    {
        var ordinals = new List<long>();
        foreach (var part in await PartsAsync(session, organization, query, names, before, limit).ConfigureAwait(false))
            ordinals.AddRange(await session.AllAsync(part, row => row.Long(0)).ConfigureAwait(false));
        ordinals.Sort((a, b) => b.CompareTo(a));
        var page = new PostgresQuery(RowsSql).With([.. ordinals.Distinct().Take(limit)]);
        var leads = await session.AllAsync(page, row => (Ordinal: row.Long(PostgresLeadRows.ColumnCount), Lead: PostgresLeadRows.Read(row)))
            .ConfigureAwait(false);
        return [.. leads.OrderByDescending(l => l.Ordinal)];
    }

    static PostgresQuery ByText(string organization, LeadQuery query, ImmutableArray<string> lookedUp, long before, int limit)
    {
        var sql = new PostgresQuery("select ordinal from lead where ordinal in (");
        var owner = sql.Value(organization);
        var ways = new List<string>();
        if (query.Text is { } text)
        {
            ways.Add($"select ordinal from lead where organization = {owner} and id = {sql.Value(text)}");
            var words = lookedUp.Select(word =>
                $"select lead_ordinal from lead_word where organization = {owner} and word >= {sql.Value(word)} and word < {sql.Value(word + Behind)}");
            if (string.Join(" intersect ", words) is { Length: > 0 } all) ways.Add($"select * from ({all}) words");
        }
        if (query.Point is { } point)
        {
            var (kind, value) = (sql.Value((short)point.Kind), sql.Value(point.Value));
            ways.Add($"select lead_ordinal from lead_point where organization = {owner} and kind = {kind} and value = {value}");
        }
        sql.Add(string.Join(" union ", ways)).Add(")");
        if (query.ImportId is { } import) sql.Add($"and import_id = {sql.Value(import)}");
        return Finish(WithStatus(sql, query), query, before, limit);
    }

    static PostgresQuery ByImport(string organization, LeadQuery query, long before, int limit)
    {
        var sql = new PostgresQuery("select ordinal from lead where");
        sql.Add($"organization = {sql.Value(organization)} and import_id = {sql.Value(query.ImportId!.Value)}");
        return Finish(WithStatus(sql, query), query, before, limit);
    }

    static PostgresQuery Flagged(string organization, LeadQuery query, long before, int limit)
    {
        var sql = new PostgresQuery("select ordinal from lead where flagged_until > 0");
        sql.Add($"and organization = {sql.Value(organization)} and flagged_until > {sql.Value(query.Now.UtcTicks)}");
        return Page(sql, before, limit);
    }

    static PostgresQuery ByStatus(string organization, StatusRef at, LeadQuery query, long before, int limit)
    {
        var sql = new PostgresQuery("select ordinal from lead where");
        sql.Add($"organization = {sql.Value(organization)} and workflow_id = {sql.Value(at.WorkflowId)} and status_id = {sql.Value(at.StatusId)}");
        return Finish(sql, query, before, limit);
    }

    static PostgresQuery WithStatus(PostgresQuery sql, LeadQuery query)
    {
        if (query.WorkflowId is { } workflow) sql.Add($"and workflow_id = {sql.Value(workflow)}");
        if (query.StatusId is { } status) sql.Add($"and status_id = {sql.Value(status)}");
        if (query.Statuses is { } statuses)
        {
            sql.Add("and").Add(StandsIn(sql, statuses));
        }
        return sql;
    }

    static PostgresQuery Finish(PostgresQuery sql, LeadQuery query, long before, int limit)
    {
        if (query.DoNotContact is { } flagged)
        {
            sql.Add($"and (flagged_until > {sql.Value(query.Now.UtcTicks)} or {StandsIn(sql, query.Restricting ?? [])}) = {(flagged ? "true" : "false")}");
        }
        return Page(sql, before, limit);
    }

    /// <summary>Ids hold no slashes, and one parameter keeps the statement the same for any number of statuses.</summary>
    static string StandsIn(PostgresQuery sql, IReadOnlyCollection<StatusRef> statuses)
    {
        string[] keys = [.. statuses.Select(s => $"{s.WorkflowId}/{s.StatusId}")];
        return $"workflow_id || '/' || status_id = any({sql.Value(keys)})";
    }

    static PostgresQuery Page(PostgresQuery sql, long before, int limit) =>
        sql.Add($"and ordinal < {sql.Value(before)} order by ordinal desc limit {sql.Value((long)limit)}");

    static async Task<IEnumerable<StatusRef>> StatusesAsync(PostgresSession session, string organization, LeadQuery query)
    {
        var statuses = query switch
        {
            { Statuses: { } given } => given.Distinct(),
            { WorkflowId: { } workflow, StatusId: { } status } => [new StatusRef(workflow, status)],
            _ => await PostgresStandings.ReadAsync(session, organization, query.WorkflowId).ConfigureAwait(false),
        };
        return statuses.Where(s => (query.WorkflowId ?? s.WorkflowId) == s.WorkflowId && (query.StatusId ?? s.StatusId) == s.StatusId);
    }
}
