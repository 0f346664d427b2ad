using System.Collections.Immutable;
using DncActors.Contracts.Events;
using DncActors.Domain.Ledger;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace DncActors.Grains.Events;

/// <summary>Reads the log for the streams of gateways.</summary>
[StatelessWorker, Reentrant]
sealed class EventsGrain(EventStreams streams, IChangeLog log, IHostApplicationLifetime lifetime) : Grain, IEventsGrain
{
    public async Task<EventsPage> ReadOnAsync(string organization, string? userGroupId, long after, CancellationToken cancellation)
    {
        // Who waits here must not keep the silo from stopping.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            return await streams.ReadOnAsync(organization, userGroupId, after, IEventsGrain.LongestWait, ending.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new LedgerUnavailableException("The silo is stopping.");
        }
    }

    public async Task<long> ReadAppliedAsync() => await streams.ReadAppliedAsync(CancellationToken.None);

    public Task<long> ReadHeadAsync(CancellationToken cancellation) => log.ReadHeadAsync(cancellation);

    public Task<ImmutableArray<Change>> ReadOrganizationAsync(
        string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation) =>
        log.ReadOrganizationAsync(organization, after, entriesOnly, limit, cancellation);
}
