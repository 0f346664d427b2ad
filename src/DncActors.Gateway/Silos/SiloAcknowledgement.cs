using DncActors.Contracts.Nodes;

namespace DncActors.Gateway.Silos;

/// <summary>A silo waits for the nodes on a gateway's behalf.</summary>
sealed class SiloAcknowledgement(SiloCalls silos) : IAcknowledgement
{
    public async ValueTask UpToAsync(long sequence, CancellationToken cancellation) => await SiloCalls.ReadAsync(async () =>
    {
        await silos.Any<INodeGrain>().AcknowledgeAsync(sequence).WaitAsync(cancellation);
        return true;
    });
}
