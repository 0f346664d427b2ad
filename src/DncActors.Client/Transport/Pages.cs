using System.Runtime.CompilerServices;
using DncActors.Client.Errors;
using DncActors.Client.Paging;

namespace DncActors.Client.Transport;

/// <summary>Walks over lists, page by page.</summary>
static class Pages
{
    public static async IAsyncEnumerable<T> WalkAsync<T>(
        Func<PageOptions, CancellationToken, Task<Page<T>>> read, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var page = new PageOptions { Limit = PageLimits.Maximum };
        while (true)
        {
            var items = await read(page, cancellation);
            foreach (var item in items.Items)
                yield return item;
            if (items.Next is null)
                yield break;
            if (items.Next == page.Cursor)
                throw new DncConnectionException("The list does not go on: its next page is itself.", null, null);
            page = page with { Cursor = items.Next };
        }
    }

    public static string With(this string path, PageOptions? page) => path.With(("limit", page?.Limit), ("cursor", page?.Cursor));
}
