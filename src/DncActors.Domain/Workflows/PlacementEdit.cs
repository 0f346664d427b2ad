using System.Collections.Immutable;

namespace DncActors.Domain.Workflows;

/// <summary>What a copy, or the application of a template, comes to.</summary>
/// <param name="Workflows">Those that change, each one version up, by id; none where every target has the action already: nothing is to be committed.</param>
/// <param name="Placements">One for each target, in the order given.</param>
public sealed record PlacementEdit(ImmutableArray<Workflow> Workflows, ImmutableArray<ActionPlacement> Placements, EditGuards Guards)
{
    /// <summary>The placements as a dry run tells them: ids that nothing has yet are left out.</summary>
    public ImmutableArray<ActionPlacement> Foreseen => [.. Placements.Select(p => p.Replaced ? p : p with { ActionId = null })];
}
