using DncActors.Domain.Paging;

namespace DncActors.StorageTests;

/// <summary>Follows a list's cursors to the end.</summary>
public static class Paged
{
    public static async Task<List<T>> AllAsync<T>(Func<PageRequest, Task<PageOf<T>>> read, int limit)
    {
        var all = new List<T>();
        string? cursor = null;
        do
        {
            var page = await read(new PageRequest(limit, cursor));
            Assert.True(page.Items.Length <= limit, "a page holds no more than was asked for");
            Assert.True(page.Next is null || page.Items.Length == limit, "only the last page is short");
            all.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return all;
    }
}
