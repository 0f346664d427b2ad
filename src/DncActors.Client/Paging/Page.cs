namespace DncActors.Client.Paging;

/// <summary>One page of a list: the items, and the cursor of the next page.</summary>
/// <param name="Items">At most the requested limit (see <see cref="PageLimits"/>), in the list's own order.</param>
/// <param name="Next">What to send as <c>cursor</c> for the page after this one; null on the last page. Opaque: its form may change.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
