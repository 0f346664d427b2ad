namespace DncActors.Domain.Ledger;

/// <summary>
/// Asks which log the ledger writes to. A node that meets another identity than the one it loaded under, or a head behind what it has applied, knows
/// nothing any
/// more: it drops its index and its lease and loads anew.
/// </summary>
public interface ILogIdentity
{
    /// <exception cref="LedgerUnavailableException">The database could not be asked.</exception>
    Task<LogIdentity> ReadAsync(CancellationToken cancellation);
}
