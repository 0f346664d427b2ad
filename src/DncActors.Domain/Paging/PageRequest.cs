namespace DncActors.Domain.Paging;

/// <summary>Which part of a list.</summary>
/// <param name="Limit">1 to <see cref="MaxLimit"/>. Default: 100.</param>
/// <param name="Cursor">Where the page before ended, in the store's own form; null for the first.</param>
[GenerateSerializer, Immutable, Alias("dnc.PageRequest")]
public sealed record PageRequest(int Limit = PageRequest.DefaultLimit, string? Cursor = null)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 1_000;
}
