using DncActors.Domain.Registry;

namespace DncActors.Storage.Sqlite;

/// <summary>
/// Searches entries in the order of their adding, either way. Each way in goes along one index: by contact point, lead or import; or along each source that is
/// asked for, merged, the rest of the question being answered from the index itself.
/// </summary>
internal static class SqliteEntrySearch
{
    const string RowSql = $"select {SqliteEntryRows.Columns} from entry where ordinal = ?1";

    static readonly EntrySource[] AllSources =
        [EntrySource.Action, EntrySource.Manual, EntrySource.Import, EntrySource.OptOut, EntrySource.LeadStatus];

    public static List<(long Ordinal, DncEntry Entry)> Newest(SqliteSession session, string organization, EntryQuery query, long before, int limit) =>
        Read(session, Parts(organization, query, "<", before, "desc", limit), (a, b) => b.CompareTo(a), limit);

    public static List<(long Ordinal, DncEntry Entry)> Oldest(SqliteSession session, string organization, EntryQuery query, long after, int limit) =>
        Read(session, Parts(organization, query, ">", after, "asc", limit), (a, b) => a.CompareTo(b), limit);

    /// <summary>Queries that each give ordinals in order, at most <paramref name="limit"/>; together they give every entry once.</summary>
    internal static IEnumerable<SqliteQuery> Parts(string organization, EntryQuery query, string side, long place, string order, int limit)
    {
        if (query.Point is null && query.LeadId is null && query.ImportId is null && query.Source is null)
            return AllSources.Select(source => Part(organization, query with { Source = source }, side, place, order, limit));
        return [Part(organization, query, side, place, order, limit)];
    }

    static SqliteQuery Part(string organization, EntryQuery query, string side, long place, string order, int limit)
    {
        var index = query switch
        {
            { Point: not null } => "entry_point",
            { LeadId: not null } => "entry_lead",
            { ImportId: not null } => "entry_import",
            _ => "entry_source",
        };
        var sql = new SqliteQuery($"select ordinal from entry indexed by {index} where");
        sql.Add($"organization = {sql.Value(organization)}");
        if (query.Point is { } point) sql.Add($"and kind = {sql.Value((long)point.Kind)} and value = {sql.Value(point.Value)}");
        if (query.LeadId is { } lead) sql.Add($"and lead_id = {sql.Value(lead)}");
        if (query.ImportId is { } import) sql.Add($"and import_id = {sql.Value(import)}");
        if (query.Source is { } source) sql.Add($"and source = {sql.Value((long)source)}");
        if (query.Channels is { } channels) sql.Add($"and channels & {sql.Value((long)channels)} <> 0");
        if (query.ActiveOn is { } at)
        {
            var time = sql.Value(at.UtcTicks);
            sql.Add($"and added_at <= {time} and (expires_at is null or expires_at > {time}) and (revoked_at is null or revoked_at > {time})");
        }
        return sql.Add($"and ordinal {side} {sql.Value(place)} order by ordinal {order} limit {sql.Value(limit)}");
    }

    static List<(long Ordinal, DncEntry Entry)> Read(SqliteSession session, IEnumerable<SqliteQuery> parts, Comparison<long> order, int limit)
    {
        var ordinals = new List<long>();
        foreach (var part in parts) ordinals.AddRange(part.Prepare(session).All(row => row.Long(0)));
        ordinals.Sort(order);
        return ordinals.Take(limit).Select(ordinal => (ordinal, session.Prepare(RowSql).Bind(ordinal).First(row => SqliteEntryRows.Read(row))!)).ToList();
    }
}
