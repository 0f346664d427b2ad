namespace DncActors.Benchmarks.CheckPeers;

/// <summary>Where a peer looks phones up, for the one channel that is asked for.</summary>
interface ICheckPeerStore
{
    Task<bool> IsListedAsync(ulong number);

    /// <returns>Whether each of them is, in order.</returns>
    Task<bool[]> AreListedAsync(ulong[] numbers);
}
