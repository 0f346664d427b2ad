using System.Globalization;
using DncActors.Client.Paging;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Paging;
using Microsoft.AspNetCore.WebUtilities;

namespace DncActors.Gateway.Requests;

/// <summary>Pages of lists: <c>limit</c> and <c>cursor</c>.</summary>
static class Paging
{
    internal static readonly QueryParameter<long> Limit = Parameters.Number(
        "limit", $"The most items of the page. Default: {PageLimits.Default}.", PageLimits.Default, 1, PageLimits.Maximum);

    internal static readonly QueryParameter<string?> Cursor = Parameters.Text(
        "cursor", "The `next` of the page before, as it came. Default: the first page.", Cursors.MaxLength);

    /// <summary>What is asked for, its cursor in the store's own form.</summary>
    internal static Outcome<PageRequest> Read(Call call)
    {
        var limit = (int)call.Query.Get(Limit);
        if (call.Query.Get(Cursor) is not { } sent) return new PageRequest(limit);
        return Cursors.Unwrap(Scope(call), sent) is { } cursor
            ? new PageRequest(limit, cursor)
            : Refusal.Validation(
                new FieldError(Cursor.Name, $"'{Quote.Of(sent)}' is not a cursor of this list: write the 'next' of the page before, with the same filters."));
    }

    /// <summary>The cursor of the next page as the client sees it.</summary>
    internal static string? NextOf<T>(this PageOf<T> page, Call call) => Cursors.Wrap(Scope(call), page.Next);

    internal static Page<TModel> ToPage<T, TModel>(this PageOf<T> page, Call call, Func<T, TModel> map) =>
        new([.. page.Items.Select(map)], page.NextOf(call));

    /// <summary>A page of a list that is in memory, in the order of a key that is unique in it; the cursor is the last key.</summary>
    internal static PageOf<T> Of<T>(IEnumerable<T> items, Func<T, string> key, PageRequest page)
    {
        var rest = items.OrderBy(key, StringComparer.Ordinal).Where(i => page.Cursor is null || string.CompareOrdinal(key(i), page.Cursor) > 0);
        T[] found = [.. rest.Take(page.Limit + 1)];
        return found.Length > page.Limit ? new([.. found[..page.Limit]], key(found[page.Limit - 1])) : new([.. found], null);
    }

    /// <summary>A page of a list that is made anew for each call, in its own order; the cursor is how many came before.</summary>
    internal static PageOf<T> Slice<T>(IReadOnlyList<T> items, PageRequest page)
    {
        var start = page.Cursor is null ? 0 : int.Parse(page.Cursor, CultureInfo.InvariantCulture);
        var end = Math.Min(items.Count, start + page.Limit);
        return new PageOf<T>([.. items.Skip(start).Take(page.Limit)], end < items.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }

    static string Scope(Call call)
    {
        var filters = new List<string>();
        foreach (var pair in new QueryStringEnumerable(call.Http.Request.QueryString.Value))
        {
            var name = pair.DecodeName().ToString();
            if (name != Limit.Name && name != Cursor.Name) filters.Add($"{name}={pair.DecodeValue()}");
        }
        filters.Sort(StringComparer.Ordinal);
        return string.Join('\n', [call.Access.Organization, call.Http.Request.Path.Value!, .. filters]);
    }
}
