using DncActors.Domain.Workflows;

namespace DncActors.Storage.Sqlite;

/// <summary>The statuses in which leads stand, found by leaps along the index: as many steps as statuses, however many leads.</summary>
internal static class SqliteStandings
{
    /// <summary>The next status of the same workflow. Compared as one, both columns would begin at every lead that stands in the last status.</summary>
    internal const string StatusSql =
        """
        select workflow_id, status_id from lead indexed by lead_standing
        where organization = ?1 and workflow_id = ?2 and status_id > ?3 order by status_id limit 1
        """;

    internal const string WorkflowSql =
        """
        select workflow_id, status_id from lead indexed by lead_standing
        where organization = ?1 and workflow_id > ?2 order by workflow_id, status_id limit 1
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

    static StatusRef? Next(SqliteSession session, string organization, StatusRef last) =>
        First(session.Prepare(StatusSql).Bind(organization).Bind(last.WorkflowId).Bind(last.StatusId))
        ?? First(session.Prepare(WorkflowSql).Bind(organization).Bind(last.WorkflowId));

    static StatusRef? First(SqliteStatement next)
    {
        StatusRef? status = next.Step() ? new StatusRef(next.Text(0), next.Text(1)) : null;
        next.Reset();
        return status;
    }
}
