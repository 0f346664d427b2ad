using DncActors.Client.Paging;
using DncActors.Console.Parts;

namespace DncActors.ConsoleTests.Pages;

public sealed class PagedRowsTests
{
    readonly PagedRows<int> rows = new();

    [Fact]
    public async Task Pages_stand_behind_one_another_until_the_last()
    {
        await rows.BeginAsync(_ => Task.FromResult(new Page<int>([1, 2], "more")));
        Assert.True(rows.HasMore);
        await rows.GoOnAsync(page => Task.FromResult(new Page<int>([page.Cursor == "more" ? 3 : -1], null)));
        Assert.Equal([1, 2, 3], rows.Items);
        Assert.False(rows.HasMore);
    }

    [Fact]
    public async Task An_answer_that_was_overtaken_is_dropped()
    {
        var slow = new TaskCompletionSource<Page<int>>();
        var first = rows.BeginAsync(_ => slow.Task);
        await rows.BeginAsync(_ => Task.FromResult(new Page<int>([2], null)));
        slow.SetResult(new Page<int>([1], "more"));
        await first;
        Assert.Equal([2], rows.Items);
        Assert.False(rows.HasMore);
    }

    [Fact]
    public async Task The_rest_of_an_older_list_is_not_put_behind_a_newer_one()
    {
        await rows.BeginAsync(_ => Task.FromResult(new Page<int>([1], "more")));
        var slow = new TaskCompletionSource<Page<int>>();
        var rest = rows.GoOnAsync(_ => slow.Task);
        await rows.BeginAsync(_ => Task.FromResult(new Page<int>([2], null)));
        slow.SetResult(new Page<int>([9], null));
        await rest;
        Assert.Equal([2], rows.Items);
    }

    [Fact]
    public async Task A_page_shows_only_so_many()
    {
        await rows.BeginAsync(_ => Task.FromResult(new Page<int>([.. Enumerable.Range(0, PagedRows<int>.Most)], "more")));
        Assert.False(rows.HasMore);
        Assert.True(rows.IsFull);
    }
}
