using DncActors.Domain.Workflows;

namespace DncActors.Storage.Sqlite;

/// <summary>The statuses in which leads stand, found by leaps along the index: as many steps as statuses, however many leads.</summary>
internal static class SqliteStandings
{
    internal const string NextSql =
        """
        select workflow_id, status_id from lead indexed by lead_standing
        where organization = ?1 and (workflow_id, status_id) > (?2, ?3) order by workflow_id, status_id limit 1
        """;

    public static List<StatusRef> Read(SqliteSession session, string organization, string? workflowId)
    {
        var statuses = new List<StatusRef>();
        var last = new StatusRef(workflowId ?? "", "");
        while (Next(session, organization, last) is { } next && (workflowId ?? next.WorkflowId) == next.WorkflowId)
        {
            statuses.Add(next);
            last = next;
        }
        return statuses;
    }

    static StatusRef? Next(SqliteSession session, string organization, StatusRef last)
    {
        var row = session.Prepare(NextSql).Bind(organization).Bind(last.WorkflowId).Bind(last.StatusId);
        StatusRef? next = row.Step() ? new StatusRef(row.Text(0), row.Text(1)) : null;
        row.Reset();
        return next;
    }
}
