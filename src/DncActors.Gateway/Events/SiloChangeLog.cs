using System.Collections.Immutable;
using DncActors.Contracts.Events;
using DncActors.Domain.Ledger;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Events;

/// <summary>Reads an organization's changes through a silo.</summary>
sealed class SiloChangeLog(SiloCalls silos) : IChangeLog
{
    public Task<ImmutableArray<Change>> ReadOrganizationAsync(
        string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IEventsGrain>().ReadOrganizationAsync(organization, after, entriesOnly, limit, cancellation));

    public Task<long> ReadHeadAsync(CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IEventsGrain>().ReadHeadAsync(cancellation));

    public Task<ImmutableArray<Change>> ReadAsync(long after, int limit, CancellationToken cancellation) =>
        throw new NotSupportedException("Only a node follows the log of all organizations.");

    public Task<ImmutableArray<Change>> ReadGroupAsync(
        string organization, string userGroupId, long after, int limit, CancellationToken cancellation) =>
        throw new NotSupportedException("A gateway follows a user group by its stream.");
}
