using System.Collections.Immutable;
using DncActors.Domain.Jobs;
using DncActors.Domain.Paging;
using DncActors.Storage.Jobs;
using DncActors.Storage.Paging;

namespace DncActors.Storage.Postgres;

/// <summary>Jobs. Progress goes through the writer like everything else, in whatever group is next.</summary>
internal sealed class PostgresJobStore(PostgresStorage storage) : IJobStore
{
    const int MaxOpen = 1_000;

    internal const string JobSql = $"select {PostgresJobRows.Columns} from job where organization = $1 and id = $2";
    internal const string SearchSql = $"select {PostgresJobRows.Columns} from job where organization = $1 and ordinal < $2 order by ordinal desc limit $3";
    internal const string OpenSql = $"select {PostgresJobRows.Columns} from job where finished_at is null order by ordinal limit $1";

    public Task<Job?> ReadAsync(string organization, Guid jobId, CancellationToken cancellation) => storage.Loads.ReadAsync(
        session => session.FirstAsync(new PostgresQuery(JobSql).With(organization).With(jobId), PostgresJobRows.Read), cancellation);

    public async Task<PageOf<Job>> SearchAsync(string organization, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("jobs", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        var query = new PostgresQuery(SearchSql).With(organization).With(before).With((long)limit + 1);
        var found = await storage.Searches.ReadAsync(
            session => session.AllAsync(query, row => (Job: PostgresJobRows.Read(row), Ordinal: row.Long(11))), cancellation).ConfigureAwait(false);
        return Pages.Of(found, limit, row => row.Job, row => Cursor.Write("jobs", row.Ordinal));
    }

    public Task<ImmutableArray<Job>> ReadOpenAsync(CancellationToken cancellation) => storage.Loads.ReadAsync(
        async session =>
            (await session.AllAsync(new PostgresQuery(OpenSql).With((long)MaxOpen), PostgresJobRows.Read).ConfigureAwait(false)).ToImmutableArray(),
        cancellation);

    public async Task SaveAsync(Job job)
    {
        var pending = new PendingJob(job);
        storage.Writes.Add(pending);
        await pending.Saved.ConfigureAwait(false);
    }
}
