using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Reports;
using DncActors.Storage.Json;

namespace DncActors.Storage.Postgres;

/// <summary>Counts executions along the index of the organization's executions by time.</summary>
internal static class PostgresActionUsage
{
    const int MaxRows = 10_000;

    const string Figures = "count(*), count(*) filter (where adds_to_dnc), min(at), max(at)";

    const string From = "from execution where organization = $1 and at >= $2 and at < $3";

    // The name as last run: behind all that ran at the last time, the one with the last sequence.
    internal const string LastNamesSql =
        """
        select a.action_id, last.body
        from unnest($2::text[], $3::bigint[]) a(action_id, at)
        cross join lateral (
            select body from execution where organization = $1 and at = a.at and action_id = a.action_id order by sequence desc limit 1) last
        """;

    public static async Task<ImmutableArray<ActionUsageRow>> ReadAsync(
        PostgresSession session, string organization, DateTimeOffset? from, DateTimeOffset? to, ActionUsageGroup groupBy)
    {
        var query = new PostgresQuery(Sql(groupBy)).With(organization).With(from?.UtcTicks ?? 0).With(to?.UtcTicks ?? long.MaxValue).With((long)MaxRows);
        var rows = await session.AllAsync(query, row => new ActionUsageRow(row.Text(0), row.Text(0), row.Long(1), row.Long(2), row.Time(3), row.Time(4)))
            .ConfigureAwait(false);
        if (groupBy == ActionUsageGroup.Day) rows = rows.ConvertAll(row => row with { Key = Day(row.First), Label = Day(row.First) });
        if (groupBy == ActionUsageGroup.Action) rows = await NamedAsync(session, organization, rows).ConfigureAwait(false);
        return [.. rows];
    }

    internal static string Sql(ActionUsageGroup groupBy) => groupBy switch
    {
        ActionUsageGroup.Action => Grouped("action_id"),
        ActionUsageGroup.Status => Grouped("workflow_id || '/' || status_id"),
        ActionUsageGroup.User => Grouped("actor"),
        // 864,000,000,000 ticks are a day.
        ActionUsageGroup.Day => $"select (at / 864000000000)::text, {Figures} {From} group by at / 864000000000 order by at / 864000000000 limit $4",
        _ => throw new ArgumentOutOfRangeException(nameof(groupBy), groupBy, "No such group."),
    };

    static string Grouped(string key) => $"select {key} as key, {Figures} {From} group by 1 order by count(*) desc, 1 limit $4";

    static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static async Task<List<ActionUsageRow>> NamedAsync(PostgresSession session, string organization, List<ActionUsageRow> rows)
    {
        var query = new PostgresQuery(LastNamesSql)
            .With(organization).With([.. rows.Select(r => r.Key)]).With([.. rows.Select(r => r.Last.UtcTicks)]);
        var names = await session
            .AllAsync(query, row => (Key: row.Text(0), Name: StoredText.Read(row.Bytes(1), StoredJson.Default.StoredExecution).ActionName))
            .ConfigureAwait(false);
        var byKey = names.ToDictionary(n => n.Key, n => n.Name, StringComparer.Ordinal);
        return rows.ConvertAll(row => row with { Label = byKey[row.Key] });
    }
}
