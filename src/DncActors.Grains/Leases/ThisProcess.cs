namespace DncActors.Grains.Leases;

/// <summary>Who takes rows here.</summary>
/// <param name="Node">Never the same for two starts, even of the same node on the same address.</param>
/// <param name="Address">Where a push to it goes.</param>
sealed record ThisProcess(string Node, string Address);
