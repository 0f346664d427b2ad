using DncActors.Domain.Paging;

namespace DncActors.Storage.Paging;

/// <summary>Pages are read with one row more than they hold: it says whether there is a next one.</summary>
internal static class Pages
{
    public static int Limit(this PageRequest page) => Limit(page.Limit);

    public static int Limit(int limit) => limit is >= 1 and <= PageRequest.MaxLimit
        ? limit
        : throw new ArgumentOutOfRangeException(nameof(limit), limit, $"A page has 1 to {PageRequest.MaxLimit} items.");

    /// <param name="rows">At most one more than <paramref name="limit"/>.</param>
    /// <param name="cursorOf">The cursor of a page that ends with the row.</param>
    public static PageOf<T> Of<TRow, T>(List<TRow> rows, int limit, Func<TRow, T> item, Func<TRow, string> cursorOf) => new(
        [.. rows.Take(limit).Select(item)],
        rows.Count > limit ? cursorOf(rows[limit - 1]) : null);
}
