using DncActors.Domain.Leads;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>Executions: one is found by its commit's record, whose last sequence is its key.</summary>
internal sealed class PostgresExecutionRows(int count)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order. The id is that of the commit's record.</summary>
    public const string Columns =
        """
        execution.lead_id, execution.action_id, execution.workflow_id, execution.status_id, execution.actor, execution.at, execution.adds_to_dnc,
        execution.body
        """;

    public const int ColumnCount = 8;

    readonly List<int> _commits = new(count);
    readonly List<string> _leads = new(count);
    readonly List<string> _actions = new(count);
    readonly List<string> _workflows = new(count);
    readonly List<string> _statuses = new(count);
    readonly List<string> _actors = new(count);
    readonly List<long> _at = new(count);
    readonly List<bool> _adds = new(count);
    readonly List<byte[]> _bodies = new(count);

    public void Add(int place, Execution execution, byte[] body)
    {
        _commits.Add(place);
        _leads.Add(execution.LeadId);
        _actions.Add(execution.ActionId);
        _workflows.Add(execution.From.WorkflowId);
        _statuses.Add(execution.From.StatusId);
        _actors.Add(execution.Actor);
        _at.Add(execution.At.UtcTicks);
        _adds.Add(execution.AddsToDoNotContact);
        _bodies.Add(body);
    }

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(PostgresColumn.Of(_commits));
        parameters.Add(PostgresColumn.Of(_leads));
        parameters.Add(PostgresColumn.Of(_actions));
        parameters.Add(PostgresColumn.Of(_workflows));
        parameters.Add(PostgresColumn.Of(_statuses));
        parameters.Add(PostgresColumn.Of(_actors));
        parameters.Add(PostgresColumn.Of(_at));
        parameters.Add(PostgresColumn.Of(_adds));
        parameters.Add(PostgresColumn.Of(_bodies));
    }

    public static Execution Read(PostgresRow row, Guid id, int first = 0) =>
        StoredText.Read(row.Bytes(first + 7), StoredJson.Default.StoredExecution).ToExecution(
            id,
            row.Text(first),
            row.Text(first + 1),
            new StatusRef(row.Text(first + 2), row.Text(first + 3)),
            row.Text(first + 4),
            row.Time(first + 5),
            row.Bool(first + 6));
}
