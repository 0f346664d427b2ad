using DncActors.Domain.Audit;
using DncActors.Domain.Paging;

namespace DncActors.StorageTests.Audit;

public abstract class AccessStoreSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task What_was_appended_is_read_back_to_the_last_digit_and_the_log_tells_nothing_of_it()
    {
        var told = Record(0) with { Filters = "channel phone", Reason = "cut", Requests = 3, Items = 1L << 40, Last = Samples.Now.AddTicks(7) };
        var stranger = Record(1) with { Kind = AccessKind.SignInFailed, KeyId = null, Actor = "hash:0123abcd" };

        await Store.Access.AppendAsync([told, stranger], Cancel);

        Assert.Equal([stranger, told], await AllAsync(new()));
        Assert.Equal(0, await Store.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task A_record_that_is_sent_again_is_kept_once()
    {
        AccessRecord[] records = [Record(0), Record(1)];
        await Store.Access.AppendAsync([records[0]], Cancel);
        await Store.Access.AppendAsync([.. records], Cancel);
        await Store.Access.AppendAsync([.. records], Cancel);

        Assert.Equal([records[1], records[0]], await AllAsync(new()));
    }

    [Fact]
    public async Task Records_are_found_by_time_actor_and_kind_and_never_by_another_organization()
    {
        AccessRecord[] records =
        [
            Record(0), Record(1) with { Actor = "ann" }, Record(2) with { Kind = AccessKind.EntriesExported },
            Record(3) with { Actor = "ann", Kind = AccessKind.EntriesExported }, Record(4) with { Organization = "other" },
        ];
        await Store.Access.AppendAsync([.. records], Cancel);

        Assert.Equal([records[3], records[2], records[1], records[0]], await AllAsync(new()));
        Assert.Equal([records[3], records[1]], await AllAsync(new(Actor: "ann")));
        Assert.Equal([records[3], records[2]], await AllAsync(new(Kind: AccessKind.EntriesExported)));
        Assert.Equal([records[3]], await AllAsync(new(Actor: "ann", Kind: AccessKind.EntriesExported)));
        Assert.Equal([records[2], records[1]], await AllAsync(new(records[1].At, records[3].At)));
        Assert.Equal([records[4]], (await Store.Access.SearchAsync("other", new(), new(), Cancel)).Items);
    }

    [Fact]
    public async Task Records_of_one_moment_are_paged_without_loss()
    {
        var records = Enumerable.Range(0, 7).Select(i => Record(0) with { Id = Samples.Id(), Items = i }).ToArray();
        await Store.Access.AppendAsync([.. records], Cancel);

        Assert.Equal(records.Reverse(), await AllAsync(new(Actor: "key:k1"), 3));
        await Assert.ThrowsAsync<BadCursorException>(() => Store.Access.SearchAsync("acme", new(), new(10, "bm8"), Cancel));
    }

    [Fact]
    public async Task What_is_older_is_let_go_of_a_few_at_a_time_whoever_s_it_is()
    {
        AccessRecord[] records = [Record(0), Record(1) with { Organization = "other" }, Record(2), Record(3)];
        await Store.Access.AppendAsync([.. records], Cancel);

        Assert.Equal(2, await Store.Access.DeleteBeforeAsync(records[3].At, 2, Cancel));
        Assert.Equal(1, await Store.Access.DeleteBeforeAsync(records[3].At, 2, Cancel));
        Assert.Equal(0, await Store.Access.DeleteBeforeAsync(records[3].At, 2, Cancel));

        Assert.Equal([records[3]], await AllAsync(new()));
        Assert.Empty((await Store.Access.SearchAsync("other", new(), new(), Cancel)).Items);
    }

    [Fact]
    public async Task Commits_go_on_beside_records()
    {
        var commits = Enumerable.Range(0, 20).Select(_ => Store.Ledger.CommitAsync(Samples.Commit())).ToArray();
        var records = Enumerable.Range(0, 20).Select(i => Store.Access.AppendAsync([Record(i)], Cancel)).ToArray();

        await Task.WhenAll(records);
        foreach (var commit in commits) Assert.Equal(Domain.Ledger.CommitOutcome.Done, (await commit).Outcome);
        Assert.Equal(20, (await AllAsync(new())).Count);
    }

    Task<List<AccessRecord>> AllAsync(AccessQuery query, int limit = 100) =>
        Paged.AllAsync(page => Store.Access.SearchAsync("acme", query, page, Cancel), limit);

    static AccessRecord Record(int second) => new(
        Samples.Id(), "acme", AccessKind.EntriesSearched, "key:k1", "k1", "", "", Samples.Now.AddSeconds(second), Samples.Now.AddSeconds(second), 1, 2);
}
