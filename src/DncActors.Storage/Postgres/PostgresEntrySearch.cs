using DncActors.Domain.Registry;

namespace DncActors.Storage.Postgres;

/// <summary>
/// Searches entries in the order of their adding, either way. Each way in goes along one index: by contact point, lead or import; or along each source that is
/// asked for, merged. Entries stand in the table in the order of their adding, so that what the index does not answer is found beside what it does.
/// </summary>
internal static class PostgresEntrySearch
{
    static readonly EntrySource[] AllSources =
        [EntrySource.Action, EntrySource.Manual, EntrySource.Import, EntrySource.OptOut, EntrySource.LeadStatus];

    public static Task<List<(long Ordinal, DncEntry Entry)>> NewestAsync(
        PostgresSession session, string organization, EntryQuery query, long before, int limit) =>
        ReadAsync(session, Whole(organization, query, "<", before, "desc", limit));

    public static Task<List<(long Ordinal, DncEntry Entry)>> OldestAsync(
        PostgresSession session, string organization, EntryQuery query, long after, int limit) =>
        ReadAsync(session, Whole(organization, query, ">", after, "asc", limit));

    /// <summary>One query for all of it: each part gives entries in order, at most <paramref name="limit"/>, and together they give every entry once.</summary>
    internal static PostgresQuery Whole(string organization, EntryQuery query, string side, long place, string order, int limit)
    {
        var sql = new PostgresQuery($"select {PostgresEntryRows.Columns}, entry.ordinal from (");
        var merged = query.Point is null && query.LeadId is null && query.ImportId is null && query.Source is null;
        var sources = merged ? AllSources.Cast<EntrySource?>() : [query.Source];
        var (owner, from, most) = (sql.Value(organization), sql.Value(place), sql.Value((long)limit));
        var rest = Rest(sql, query);
        var parts = sources.Select(source =>
            $"(select * from entry where organization = {owner}{(source is { } given ? $" and source = {sql.Value((short)given)}" : "")}{rest} "
            + $"and ordinal {side} {from} order by ordinal {order} limit {most})");
        return sql.Add(string.Join(" union all ", parts)).Add($") entry order by entry.ordinal {order} limit {most}");
    }

    static string Rest(PostgresQuery sql, EntryQuery query)
    {
        var rest = "";
        if (query.Point is { } point) rest += $" and kind = {sql.Value((short)point.Kind)} and value = {sql.Value(point.Value)}";
        if (query.LeadId is { } lead) rest += $" and lead_id = {sql.Value(lead)}";
        if (query.ImportId is { } import) rest += $" and import_id = {sql.Value(import)}";
        if (query.Channels is { } channels) rest += $" and channels & {sql.Value((short)channels)} <> 0";
        if (query.ActiveOn is { } at)
        {
            var time = sql.Value(at.UtcTicks);
            rest += $" and added_at <= {time} and (expires_at is null or expires_at > {time}) and (revoked_at is null or revoked_at > {time})";
        }
        return rest;
    }

    static Task<List<(long Ordinal, DncEntry Entry)>> ReadAsync(PostgresSession session, PostgresQuery query) =>
        session.AllAsync(query, row => (row.Long(PostgresEntryRows.ColumnCount), PostgresEntryRows.Read(row)));
}
