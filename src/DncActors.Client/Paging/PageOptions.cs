namespace DncActors.Client.Paging;

/// <summary>Which page of a list.</summary>
public sealed record PageOptions
{
    /// <summary>1 to <see cref="PageLimits.Maximum"/>. Default: <see cref="PageLimits.Default"/>.</summary>
    public int? Limit { get; init; }

    /// <summary>The <see cref="Page{T}.Next"/> of the page before. Default: none, the first page.</summary>
    public string? Cursor { get; init; }
}
