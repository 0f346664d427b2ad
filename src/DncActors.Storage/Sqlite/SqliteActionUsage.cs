using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Reports;
using DncActors.Storage.Json;

namespace DncActors.Storage.Sqlite;

/// <summary>Counts executions along the index of the organization's executions by time.</summary>
internal static class SqliteActionUsage
{
    const int MaxRows = 10_000;

    const string Figures = "count(*), sum(adds_to_dnc), min(at), max(at), max(sequence)";

    const string From = "from execution indexed by execution_report where organization = ?1 and at >= ?2 and at < ?3";

    const string LastNameSql = "select body from execution where sequence = ?1";

    public static ImmutableArray<ActionUsageRow> Read(
        SqliteSession session, string organization, DateTimeOffset? from, DateTimeOffset? to, ActionUsageGroup groupBy)
    {
        var rows = session.Prepare(Sql(groupBy))
            .Bind(organization).Bind(from?.UtcTicks ?? 0).Bind(to?.UtcTicks ?? long.MaxValue).Bind(MaxRows)
            .All(row => (
                Key: row.Text(0), Executions: row.Long(1), DoNotContact: row.Long(2), First: row.Time(3), Last: row.Time(4), Sequence: row.Long(5)));
        return [.. rows.Select(row =>
        {
            var key = groupBy == ActionUsageGroup.Day ? Day(row.First) : row.Key;
            var label = groupBy == ActionUsageGroup.Action ? LastName(session, row.Sequence) : key;
            return new ActionUsageRow(key, label, row.Executions, row.DoNotContact, row.First, row.Last);
        })];
    }

    internal static string Sql(ActionUsageGroup groupBy) => groupBy switch
    {
        ActionUsageGroup.Action => Grouped("action_id"),
        ActionUsageGroup.Status => Grouped("workflow_id || '/' || status_id"),
        ActionUsageGroup.User => Grouped("actor"),
        // 864,000,000,000 ticks are a day.
        ActionUsageGroup.Day => $"select cast(at / 864000000000 as text), {Figures} {From} group by at / 864000000000 order by at / 864000000000 limit ?4",
        _ => throw new ArgumentOutOfRangeException(nameof(groupBy), groupBy, "No such group."),
    };

    static string Grouped(string key) => $"select {key}, {Figures} {From} group by {key} order by count(*) desc, {key} limit ?4";

    static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string LastName(SqliteSession session, long sequence) =>
        session.Prepare(LastNameSql).Bind(sequence).First(row => StoredText.Read(row.Bytes(0), StoredJson.Default.StoredExecution).ActionName)!;
}
