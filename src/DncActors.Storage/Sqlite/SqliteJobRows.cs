using DncActors.Domain.Jobs;

namespace DncActors.Storage.Sqlite;

/// <summary>Jobs as the writer sees them, and how any row of them is read.</summary>
internal sealed class SqliteJobRows(SqliteSession session)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "id, organization, kind, subject, started_by, started_at, cursor, done, total, finished_at, error, ordinal";

    readonly SqliteStatement _insert = session.Prepare(
        """
        insert into job (id, organization, kind, subject, started_by, started_at, cursor, done, total, finished_at, error)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """);
    readonly SqliteStatement _save = session.Prepare(
        "update job set cursor = ?3, done = ?4, total = ?5, finished_at = ?6, error = ?7 where id = ?1 and organization = ?2");

    public void Insert(Job job) => _insert
        .Bind(job.Id).Bind(job.Organization).Bind(job.Kind).Bind(job.Subject).Bind(job.StartedBy).Bind(job.StartedAt)
        .Bind(job.Cursor).Bind(job.Done).Bind(job.Total).Bind(job.FinishedAt).Bind(job.Error)
        .Run();

    public void Save(Job job) => _save
        .Bind(job.Id).Bind(job.Organization).Bind(job.Cursor).Bind(job.Done).Bind(job.Total).Bind(job.FinishedAt).Bind(job.Error)
        .Run();

    public static Job Read(SqliteStatement row) => new(
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
