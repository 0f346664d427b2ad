using DncActors.Client.Paging;

namespace DncActors.Console.Parts;

/// <summary>The rows of a list that were read so far, page by page. The answer to a question that was overtaken by a newer one is dropped.</summary>
sealed class PagedRows<T>
{
    /// <summary>More than that nobody reads: a finer search finds the others.</summary>
    internal const int Most = 2_000;

    const int OfAPage = 50;

    int asked;
    string? next;

    internal List<T> Items { get; } = [];

    /// <summary>The first page was read.</summary>
    internal bool IsRead { get; private set; }

    internal bool HasMore => next is not null && Items.Count < Most;

    /// <summary>There are more, but they are not shown.</summary>
    internal bool IsFull => next is not null && Items.Count >= Most;

    /// <summary>Begins anew.</summary>
    internal async Task BeginAsync(Func<PageOptions, Task<Page<T>>> read)
    {
        var mine = ++asked;
        var page = await read(new PageOptions { Limit = OfAPage });
        if (mine != asked) return;
        Items.Clear();
        Take(page);
    }

    /// <summary>The next page, behind those that are there.</summary>
    internal async Task GoOnAsync(Func<PageOptions, Task<Page<T>>> read)
    {
        var mine = asked;
        var page = await read(new PageOptions { Limit = OfAPage, Cursor = next });
        if (mine == asked) Take(page);
    }

    void Take(Page<T> page)
    {
        Items.AddRange(page.Items);
        next = page.Next;
        IsRead = true;
    }
}
