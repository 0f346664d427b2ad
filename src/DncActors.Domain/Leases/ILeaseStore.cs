using System.Collections.Immutable;

namespace DncActors.Domain.Leases;

/// <summary>
/// The nodes' rows in the database. Every call is one statement of its own on a connection of its own: what it answers was so, in the database, between the
/// call and the answer.
/// </summary>
public interface ILeaseStore
{
    /// <summary>Inserts a row for the node and returns its epoch, which no other row ever had or will have.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">Unknown whether it was inserted: a row that stands so is waited out by others.</exception>
    Task<long> TakeAsync(string node, string address, long applied, CancellationToken cancellation);

    /// <summary>Says how far the node is. Returns the database's clock (Unix milliseconds), or null: the row is gone or revoked, this lease is over.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">Unknown whether it was renewed.</exception>
    Task<long?> RenewAsync(string node, long epoch, long applied, CancellationToken cancellation);

    /// <summary>Every row that stands, in the order of their epochs.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">The rows could not be read.</exception>
    Task<ImmutableArray<LeaseRow>> ReadRowsAsync(CancellationToken cancellation);

    /// <summary>From the answer on, the row is renewed no more. False where it is gone.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">Unknown whether it was revoked.</exception>
    Task<bool> RevokeAsync(string node, long epoch, CancellationToken cancellation);

    /// <summary>Deletes the row, where it is still there.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">Unknown whether it was deleted.</exception>
    Task DeleteAsync(string node, long epoch, CancellationToken cancellation);
}
