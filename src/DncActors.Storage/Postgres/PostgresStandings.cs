using DncActors.Domain.Workflows;

namespace DncActors.Storage.Postgres;

/// <summary>The statuses in which leads stand, found by leaps along the index: as many steps as statuses, however many leads.</summary>
internal static class PostgresStandings
{
    internal const string Sql =
        """
        with recursive standing as (
            (select workflow_id, status_id from lead
            where organization = $1 and workflow_id >= $2 order by workflow_id, status_id limit 1)
            union all
            select next.workflow_id, next.status_id
            from standing cross join lateral (
                select workflow_id, status_id from lead
                where organization = $1 and (workflow_id, status_id) > (standing.workflow_id, standing.status_id)
                order by workflow_id, status_id limit 1) next
            where $2 = '' or standing.workflow_id = $2)
        select workflow_id, status_id from standing where $2 = '' or workflow_id = $2
        """;

    public static Task<List<StatusRef>> ReadAsync(PostgresSession session, string organization, string? workflowId) =>
        session.AllAsync(new PostgresQuery(Sql).With(organization).With(workflowId ?? ""), row => new StatusRef(row.Text(0), row.Text(1)));
}
