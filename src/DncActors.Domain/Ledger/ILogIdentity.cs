namespace DncActors.Domain.Ledger;

/// <summary>
/// Asks which log the ledger writes to. A node that meets another identity than the one it started on, or a head behind what it has applied, knows nothing any
/// more: it answers nothing, writes nothing, and starts anew.
/// </summary>
public interface ILogIdentity
{
    /// <summary>The log that this process started on, before it loaded anything; what it writes goes to no other.</summary>
    /// <exception cref="InvalidOperationException">It has not started.</exception>
    LogIdentity Started { get; }

    /// <summary>Whether another one was met since, by whoever asks the database; it stays so.</summary>
    bool IsAnother { get; }

    /// <summary>Which log it is now, and where that ends: both of one moment and one server.</summary>
    /// <exception cref="LedgerUnavailableException">The database could not be asked.</exception>
    Task<IdentifiedHead> ReadHeadAsync(CancellationToken cancellation);
}
