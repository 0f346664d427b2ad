using System.Collections.Immutable;

namespace DncActors.Domain.Paging;

/// <summary>A part of a list.</summary>
/// <param name="Next">The cursor of the part behind it, or null at the end.</param>
[GenerateSerializer, Immutable, Alias("dnc.PageOf`1")]
public sealed record PageOf<T>(ImmutableArray<T> Items, string? Next);
