using DncActors.Domain.Leads;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;

namespace DncActors.Storage.Sqlite;

/// <summary>Executions: one is found by its commit's record, whose last sequence is its key.</summary>
internal sealed class SqliteExecutionRows(SqliteSession session)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order. The id is that of the commit's record.</summary>
    public const string Columns =
        """
        execution.lead_id, execution.action_id, execution.workflow_id, execution.status_id, execution.actor, execution.at, execution.adds_to_dnc,
        execution.body
        """;

    readonly SqliteStatement _insert = session.Prepare(
        """
        insert into execution (sequence, organization, lead_id, action_id, workflow_id, status_id, actor, at, adds_to_dnc, id, body)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """);

    public void Insert(string organization, Execution execution, byte[] body, long sequence) => _insert
        .Bind(sequence).Bind(organization).Bind(execution.LeadId).Bind(execution.ActionId).Bind(execution.From.WorkflowId).Bind(execution.From.StatusId)
        .Bind(execution.Actor).Bind(execution.At).Bind(execution.AddsToDoNotContact).Bind(execution.Id).BindText(body)
        .Run();

    public static Execution Read(SqliteStatement row, Guid id, int first = 0) =>
        StoredText.Read(row.Bytes(first + 7), StoredJson.Default.StoredExecution).ToExecution(
            id,
            row.Text(first),
            row.Text(first + 1),
            new StatusRef(row.Text(first + 2), row.Text(first + 3)),
            row.Text(first + 4),
            row.Time(first + 5),
            row.Bool(first + 6));
}
