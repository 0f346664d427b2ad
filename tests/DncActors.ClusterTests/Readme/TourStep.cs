namespace DncActors.ClusterTests.Readme;

/// <summary>A block of commands of the README's tour, with the answer that is printed under it, or none.</summary>
public sealed record TourStep(string Commands, string? Answer);
