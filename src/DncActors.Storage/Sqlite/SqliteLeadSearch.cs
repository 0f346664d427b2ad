using System.Collections.Immutable;
using DncActors.Domain.Leads;
using DncActors.Domain.Workflows;
using DncActors.Storage.Leads;

namespace DncActors.Storage.Sqlite;

/// <summary>
/// Searches leads, newest first. Each way in goes along one index in the order of the list, so that a page costs what it holds, however many leads there are:
/// by text, contact point or import; along the flagged ones; or along each status that is asked for, merged.
/// </summary>
internal static class SqliteLeadSearch
{
    /// <summary>Behind every word that begins like one.</summary>
    const string Behind = "\U0010FFFF";

    const string RowSql = $"select {SqliteLeadRows.Columns} from lead where ordinal = ?1";

    const string CountSql =
        "select count(*) from (select 1 from lead_word where organization = ?1 and word >= ?2 and word < ?3 limit ?4)";

    public static List<(long Ordinal, Lead Lead)> Read(
        SqliteSession session, string organization, LeadQuery query, long before, int limit, long common = NameSearch.Common)
    {
        var names = NamesOf(session, organization, query, common);
        if (!names.Compares) return Page(session, organization, query, names, before, limit);
        var (found, chunk) = (new List<(long Ordinal, Lead Lead)>(), Math.Max(limit, NameSearch.Chunk));
        while (true)
        {
            var rows = Page(session, organization, query, names, before, chunk);
            found.AddRange(rows.Where(row => names.Describes(query, row.Lead)).Take(limit - found.Count));
            if (found.Count == limit || rows.Count < chunk) return found;
            before = rows[^1].Ordinal;
        }
    }

    /// <summary>
    /// Queries that each give ordinals, newest first, at most as many as the page; together they give every lead, one that is flagged in two ways twice, and
    /// where names are compared also some that are not meant.
    /// </summary>
    internal static IEnumerable<SqliteQuery> Parts(
        SqliteSession session, string organization, LeadQuery query, NameSearch names, long before, int limit)
    {
        if (query.Text is not null || query.Point is not null)
        {
            var byText = ByText(organization, query, names.LookedUp, before, limit);
            if (!names.Walks) return [byText];
            return [byText, .. Parts(session, organization, query with { Text = null, Point = null }, NameSearch.None, before, limit)];
        }
        if (query.ImportId is not null) return [ByImport(organization, query, before, limit)];
        var bySomeStatus = query.WorkflowId is not null || query.StatusId is not null || query.Statuses is not null;
        if (query.DoNotContact == true && !bySomeStatus)
        {
            var restricted = query.Restricting ?? [];
            return [Flagged(organization, query, before, limit), .. restricted.Select(at => ByStatus(organization, at, query, before, limit))];
        }
        return Statuses(session, organization, query).Select(at => ByStatus(organization, at, query, before, limit));
    }

    internal static NameSearch NamesOf(SqliteSession session, string organization, LeadQuery query, long common)
    {
        var words = NameWords.Of(query.Text);
        return NameSearch.Of(words, [.. words.Select(Count)], common);

        long Count(string word) =>
            session.Prepare(CountSql).Bind(organization).Bind(word).Bind(word + Behind).Bind(common).All(row => row.Long(0))[0];
    }

    static List<(long Ordinal, Lead Lead)> Page(SqliteSession session, string organization, LeadQuery query, NameSearch names, long before, int limit)
    {
        var ordinals = new List<long>();
        foreach (var part in Parts(session, organization, query, names, before, limit)) ordinals.AddRange(part.Prepare(session).All(row => row.Long(0)));
        ordinals.Sort((a, b) => b.CompareTo(a));
        return ordinals.Distinct().Take(limit)
            .Select(ordinal => (ordinal, session.Prepare(RowSql).Bind(ordinal).First(row => SqliteLeadRows.Read(row))!))
            .ToList();
    }

    static SqliteQuery ByText(string organization, LeadQuery query, ImmutableArray<string> lookedUp, long before, int limit)
    {
        var sql = new SqliteQuery("select ordinal from lead where ordinal in (");
        var owner = sql.Value(organization);
        var ways = new List<string>();
        if (query.Text is { } text)
        {
            ways.Add($"select ordinal from lead where organization = {owner} and id = {sql.Value(text)}");
            var words = lookedUp.Select(word =>
                $"select lead_ordinal from lead_word where organization = {owner} and word >= {sql.Value(word)} and word < {sql.Value(word + Behind)}");
            if (string.Join(" intersect ", words) is { Length: > 0 } all) ways.Add($"select * from ({all})");
        }
        if (query.Point is { } point)
        {
            var (kind, value) = (sql.Value((long)point.Kind), sql.Value(point.Value));
            ways.Add($"select lead_ordinal from lead_point where organization = {owner} and kind = {kind} and value = {value}");
        }
        sql.Add(string.Join(" union ", ways)).Add(")");
        if (query.ImportId is { } import) sql.Add($"and import_id = {sql.Value(import)}");
        return Finish(WithStatus(sql, query), query, before, limit);
    }

    static SqliteQuery ByImport(string organization, LeadQuery query, long before, int limit)
    {
        var sql = new SqliteQuery("select ordinal from lead indexed by lead_import where");
        sql.Add($"organization = {sql.Value(organization)} and import_id = {sql.Value(query.ImportId!.Value)}");
        return Finish(WithStatus(sql, query), query, before, limit);
    }

    static SqliteQuery Flagged(string organization, LeadQuery query, long before, int limit)
    {
        var sql = new SqliteQuery("select ordinal from lead indexed by lead_flagged where flagged_until > 0");
        sql.Add($"and organization = {sql.Value(organization)} and flagged_until > {sql.Value(query.Now.UtcTicks)}");
        return Page(sql, before, limit);
    }

    static SqliteQuery ByStatus(string organization, StatusRef at, LeadQuery query, long before, int limit)
    {
        var sql = new SqliteQuery("select ordinal from lead indexed by lead_standing where");
        sql.Add($"organization = {sql.Value(organization)} and workflow_id = {sql.Value(at.WorkflowId)} and status_id = {sql.Value(at.StatusId)}");
        return Finish(sql, query, before, limit);
    }

    static SqliteQuery WithStatus(SqliteQuery sql, LeadQuery query)
    {
        if (query.WorkflowId is { } workflow) sql.Add($"and workflow_id = {sql.Value(workflow)}");
        if (query.StatusId is { } status) sql.Add($"and status_id = {sql.Value(status)}");
        if (query.Statuses is { } statuses)
        {
            sql.Add("and").Add(StandsIn(sql, statuses));
        }
        return sql;
    }

    static SqliteQuery Finish(SqliteQuery sql, LeadQuery query, long before, int limit)
    {
        if (query.DoNotContact is { } flagged)
        {
            sql.Add($"and (flagged_until > {sql.Value(query.Now.UtcTicks)} or {StandsIn(sql, query.Restricting ?? [])}) = {(flagged ? 1 : 0)}");
        }
        return Page(sql, before, limit);
    }

    /// <summary>Ids hold no line breaks, and one parameter keeps the statement the same for any number of statuses.</summary>
    static string StandsIn(SqliteQuery sql, IReadOnlyCollection<StatusRef> statuses)
    {
        var keys = string.Join('\n', statuses.Select(s => $"{s.WorkflowId}/{s.StatusId}"));
        return $"instr({sql.Value($"\n{keys}\n")}, char(10) || workflow_id || '/' || status_id || char(10)) > 0";
    }

    static SqliteQuery Page(SqliteQuery sql, long before, int limit) =>
        sql.Add($"and ordinal < {sql.Value(before)} order by ordinal desc limit {sql.Value(limit)}");

    static IEnumerable<StatusRef> Statuses(SqliteSession session, string organization, LeadQuery query)
    {
        var statuses = query switch
        {
            { Statuses: { } given } => given.Distinct(),
            { WorkflowId: { } workflow, StatusId: { } status } => [new StatusRef(workflow, status)],
            _ => SqliteStandings.Read(session, organization, query.WorkflowId),
        };
        return statuses.Where(s => (query.WorkflowId ?? s.WorkflowId) == s.WorkflowId && (query.StatusId ?? s.StatusId) == s.StatusId);
    }
}
