using DncActors.Domain.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace DncActors.Storage.Postgres;

/// <summary>Jobs on their way to the writer, and how any row of them is read.</summary>
internal sealed class PostgresJobRows
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "id, organization, kind, subject, started_by, started_at, cursor, done, total, finished_at, error, ordinal";

    const string SaveSql =
        """
        update job set cursor = $3, done = $4, total = $5, finished_at = $6, error = $7 where organization = $1 and id = $2
        """;

    readonly List<int> _commits = [];
    readonly List<string> _organizations = [];
    readonly List<Guid> _ids = [];
    readonly List<string> _kinds = [];
    readonly List<string> _subjects = [];
    readonly List<string> _startedBy = [];
    readonly List<long> _startedAt = [];
    readonly List<string?> _cursors = [];
    readonly List<long> _done = [];
    readonly List<long?> _totals = [];
    readonly List<long?> _finishedAt = [];
    readonly List<string?> _errors = [];

    public void Add(int place, Job job)
    {
        _commits.Add(place);
        _organizations.Add(job.Organization);
        _ids.Add(job.Id);
        _kinds.Add(job.Kind);
        _subjects.Add(job.Subject);
        _startedBy.Add(job.StartedBy);
        _startedAt.Add(job.StartedAt.UtcTicks);
        _cursors.Add(job.Cursor);
        _done.Add(job.Done);
        _totals.Add(job.Total);
        _finishedAt.Add(job.FinishedAt?.UtcTicks);
        _errors.Add(job.Error);
    }

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(PostgresColumn.Of(_commits));
        parameters.Add(PostgresColumn.Of(_organizations));
        parameters.Add(PostgresColumn.Of(_ids));
        parameters.Add(PostgresColumn.Of(_kinds));
        parameters.Add(PostgresColumn.Of(_subjects));
        parameters.Add(PostgresColumn.Of(_startedBy));
        parameters.Add(PostgresColumn.Of(_startedAt));
        parameters.Add(PostgresColumn.OfNullable(_cursors));
        parameters.Add(PostgresColumn.Of(_done));
        parameters.Add(PostgresColumn.Of(_totals));
        parameters.Add(PostgresColumn.Of(_finishedAt));
        parameters.Add(PostgresColumn.OfNullable(_errors));
    }

    public static NpgsqlBatchCommand Save(Job job)
    {
        var command = new NpgsqlBatchCommand(SaveSql);
        Add(job.Organization, NpgsqlDbType.Text);
        Add(job.Id, NpgsqlDbType.Uuid);
        Add(job.Cursor, NpgsqlDbType.Text);
        Add(job.Done, NpgsqlDbType.Bigint);
        Add(job.Total, NpgsqlDbType.Bigint);
        Add(job.FinishedAt?.UtcTicks, NpgsqlDbType.Bigint);
        Add(job.Error, NpgsqlDbType.Text);
        return command;

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }

    public static Job Read(PostgresRow row) => new(
        row.Id(0),
        row.Text(1),
        row.Text(2),
        row.Text(3),
        row.Text(4),
        row.Time(5),
        row.TextOrNull(6),
        row.Long(7),
        row.LongOrNull(8),
        row.TimeOrNull(9),
        row.TextOrNull(10));
}
