using System.Collections.Immutable;
using DncActors.Domain.Workflows;

namespace DncActors.Contracts.Workflows;

/// <summary>What a copy or the application of a template did, or in a dry run would do: one for each target, in the order given.</summary>
[GenerateSerializer, Immutable, Alias("dnc.ActionPlacements")]
public sealed record ActionPlacements(bool DryRun, ImmutableArray<ActionPlacement> Items);
