namespace DncActors.Domain.Registry;

/// <summary>What the contact index is loaded from.</summary>
public interface IBlockSource
{
    /// <summary>
    /// Every contact point that has an entry which is not revoked, with what its entries amount to, in chunks by key range: nothing is locked or held for the
    /// whole of it. Reflects at least every commit up to the head before the call; newer ones may be in it (a follower then replaces them with the same value).
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<(string Organization, PointBlock Block)>> ReadAllAsync(CancellationToken cancellation);
}
