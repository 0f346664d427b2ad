using System.Collections.Immutable;
using DncActors.Domain.Jobs;
using DncActors.Domain.Paging;
using DncActors.Storage.Jobs;
using DncActors.Storage.Paging;

namespace DncActors.Storage.Sqlite;

/// <summary>Jobs. Progress goes through the writer like everything else, in whatever group is next.</summary>
internal sealed class SqliteJobStore(SqliteStorage storage) : IJobStore
{
    const int MaxOpen = 1_000;

    internal const string JobSql = $"select {SqliteJobRows.Columns} from job where organization = ?1 and id = ?2";
    internal const string SearchSql = $"select {SqliteJobRows.Columns} from job where organization = ?1 and ordinal < ?2 order by ordinal desc limit ?3";
    internal const string OpenSql = $"select {SqliteJobRows.Columns} from job where finished_at is null order by ordinal limit ?1";

    public Task<Job?> ReadAsync(string organization, Guid jobId, CancellationToken cancellation) => storage.Loads.ReadAsync(
        session => session.Prepare(JobSql).Bind(organization).Bind(jobId).First(SqliteJobRows.Read), cancellation);

    public Task<PageOf<Job>> SearchAsync(string organization, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("jobs", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        return storage.Searches.ReadAsync(
            session =>
            {
                var found = session.Prepare(SearchSql).Bind(organization).Bind(before).Bind(limit + 1)
                    .All(row => (Job: SqliteJobRows.Read(row), Ordinal: row.Long(11)));
                return Pages.Of(found, limit, row => row.Job, row => Cursor.Write("jobs", row.Ordinal));
            },
            cancellation);
    }

    public Task<ImmutableArray<Job>> ReadOpenAsync(CancellationToken cancellation) => storage.Loads.ReadAsync(
        session => session.Prepare(OpenSql).Bind(MaxOpen).All(SqliteJobRows.Read).ToImmutableArray(), cancellation);

    public async Task SaveAsync(Job job)
    {
        var pending = new PendingJob(job);
        storage.Writes.Add(pending);
        await pending.Saved.ConfigureAwait(false);
    }
}
