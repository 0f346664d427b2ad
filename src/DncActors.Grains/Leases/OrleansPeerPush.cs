using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using Orleans.Runtime.Services;

namespace DncActors.Grains.Leases;

/// <summary>Pushes by Orleans' own connections to the silo that took the row.</summary>
sealed class OrleansPeerPush(IServiceProvider services) : GrainServiceClient<IPeer>(services), IPeerPush
{
    public Task<PushAnswer?> PushAsync(string node, string address, long epoch, CommittedBatch batch) =>
        GetGrainService(SiloAddress.FromParsableString(address)).PushAsync(node, epoch, batch);
}
