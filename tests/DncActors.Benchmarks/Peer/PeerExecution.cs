namespace DncActors.Benchmarks.Peer;

/// <summary>What is read again of an execution's body, for the answer to a repeat.</summary>
sealed record PeerExecution(string[] DncEntries, string[] UserGroups, string? Note);
