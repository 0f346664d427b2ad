using DncActors.Domain.Outcomes;

namespace DncActors.Contracts.Imports;

/// <summary>One line of an import.</summary>
/// <param name="Number">From 1; a CSV's header is line 1.</param>
/// <param name="Read">What was read, or why nothing could be; all but the first of many errors is let go of.</param>
public readonly record struct ImportLine<T>(long Number, Outcome<T> Read)
{
    /// <summary>What was read, or the first reason why nothing could be: lines wait by the thousand.</summary>
    public Outcome<T> Read { get; init; } = Read.Ok ? Read : Read.Refusal.First();
}
