namespace DncActors.ClusterTests.Crash;

/// <summary>A change that was sent and not answered: it may have happened whole, or not at all; repeated under its key it must end as one.</summary>
/// <param name="Lead">The lead that an execution was for, or the number of an import.</param>
public sealed record Doubt(DoubtKind Kind, int Lead);
