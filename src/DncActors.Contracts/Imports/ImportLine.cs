using DncActors.Domain.Outcomes;

namespace DncActors.Contracts.Imports;

/// <summary>One line of an import.</summary>
/// <param name="Number">From 1; a CSV's header is line 1.</param>
/// <param name="Read">What was read, or why nothing could be.</param>
public readonly record struct ImportLine<T>(long Number, Outcome<T> Read);
