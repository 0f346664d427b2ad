using System.Collections.Immutable;
using DncActors.ClusterTests.Host;

namespace DncActors.ClusterTests.Faults;

/// <summary>What a run is to be.</summary>
/// <param name="Name">Of the run, and of the folder that it writes to.</param>
/// <param name="Build">The host built with a clock that can be set, and a mutant switched on or none.</param>
/// <param name="Faults">It ends behind the round that makes up this many,</param>
/// <param name="Limit">or that is over this long after the beginning.</param>
public sealed record FaultOptions(string Name, HostStart Build, int Seed, int Faults, TimeSpan Limit)
{
    public IReadOnlyCollection<FaultKind> Kinds { get; init; } = Enum.GetValues<FaultKind>();

    /// <summary>What goes wrong in every round; empty for what the seed says.</summary>
    public ImmutableArray<Fault> Always { get; init; } = [];

    /// <summary>End behind the first round that something was found in, and look at nothing else.</summary>
    public bool EndsWithAFinding { get; init; }
}
