namespace DncActors.Benchmarks.Peer;

/// <summary>One execution, whole: the lead is locked and read, and all of its rows are written or none.</summary>
interface IPeerTransaction
{
    /// <returns>Null where there is no such lead.</returns>
    Task<PeerOutcome?> RunAsync(PeerRequest request, CancellationToken cancellation);
}
