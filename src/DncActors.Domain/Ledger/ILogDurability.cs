namespace DncActors.Domain.Ledger;

/// <summary>
/// Whether what can be read of the log would outlive its server. A server gives up waiting for its standby when it is asked to by whoever may end its
/// sessions, and shows from then on what it alone has.
/// </summary>
public interface ILogDurability
{
    /// <summary>Done when everything up to a sequence that was read is wherever a commit has to be before it is answered.</summary>
    /// <exception cref="LedgerUnavailableException">Nobody could say so in time.</exception>
    ValueTask UpToAsync(long sequence, CancellationToken cancellation);
}
