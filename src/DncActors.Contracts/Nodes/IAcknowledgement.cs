namespace DncActors.Contracts.Nodes;

/// <summary>
/// Nothing may tell of a block before every node that answers checks knows it. Commands do this by themselves; who reads the store directly and answers with
/// what it says
/// waits here for the sequence that was read (of a list: for the head, read after the list).
/// </summary>
public interface IAcknowledgement
{
    /// <summary>Returns when every node that may answer "allowed" has applied the log up to this sequence; at once where it has already.</summary>
    /// <exception cref="Domain.Ledger.LedgerUnavailableException">That could not be made sure of in time: 503.</exception>
    ValueTask UpToAsync(long sequence, CancellationToken cancellation);
}
