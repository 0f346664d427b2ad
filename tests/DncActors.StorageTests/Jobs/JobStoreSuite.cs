using DncActors.Domain.Jobs;

namespace DncActors.StorageTests.Jobs;

public abstract class JobStoreSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task A_job_begins_with_its_commit_and_keeps_its_progress()
    {
        var job = Job("acme");
        await Store.Ledger.CommitAsync(Samples.Commit() with { Job = job });
        Assert.Equal(job, await Store.Jobs.ReadAsync("acme", job.Id, Cancel));

        var later = job with { Cursor = "L17", Done = 17, Total = 40, Error = "the index is loading" };
        await Store.Jobs.SaveAsync(later);

        Assert.Equal(later, await Store.Jobs.ReadAsync("acme", job.Id, Cancel));
        Assert.Null(await Store.Jobs.ReadAsync("other", job.Id, Cancel));
        Assert.Equal(1, await Store.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task A_job_of_a_commit_that_was_a_conflict_never_begins()
    {
        var job = Job("acme");
        await Store.Ledger.CommitAsync(Samples.Commit() with { Job = job, Guards = [new(Domain.Ledger.DocumentKind.Role, "r1", 1)] });
        Assert.Null(await Store.Jobs.ReadAsync("acme", job.Id, Cancel));
    }

    [Fact]
    public async Task Jobs_are_paged_newest_first()
    {
        var jobs = Enumerable.Range(0, 7).Select(_ => Job("acme")).ToArray();
        foreach (var job in jobs) await Store.Ledger.CommitAsync(Samples.Commit() with { Job = job });
        await Store.Ledger.CommitAsync(Samples.Commit() with { Job = Job("other") });

        Assert.Equal(jobs.Reverse(), await Paged.AllAsync(page => Store.Jobs.SearchAsync("acme", page, Cancel), 3));
    }

    [Fact]
    public async Task Open_jobs_are_those_of_all_organizations_that_are_not_finished()
    {
        Job[] jobs = [Job("acme"), Job("other"), Job("acme")];
        foreach (var job in jobs) await Store.Ledger.CommitAsync(Samples.Commit() with { Job = job });
        await Store.Jobs.SaveAsync(jobs[0] with { FinishedAt = Samples.Now });

        Assert.Equal([jobs[1], jobs[2]], await Store.Jobs.ReadOpenAsync(Cancel));
    }

    static Job Job(string organization) => new(
        Samples.Id(), organization, JobKinds.StatusRestriction, "sales/dnc", "ann", Samples.Now, null, 0, null, null, null);
}
