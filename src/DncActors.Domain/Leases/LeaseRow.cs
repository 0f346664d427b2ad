namespace DncActors.Domain.Leases;

/// <summary>A node's row as the database has it. A row stands until its node gave it back or somebody has waited it out.</summary>
/// <param name="Node">The process that took it; another start of the same node is another process.</param>
/// <param name="Epoch">From a sequence of the database, never given twice.</param>
/// <param name="Applied">The node has applied the log up to here.</param>
/// <param name="Revoked">It is renewed no more.</param>
/// <param name="Address">Where a push to the node goes, in the form of who took the lease.</param>
public sealed record LeaseRow(string Node, long Epoch, long Applied, bool Revoked, string Address = "");
