using DncActors.Client.Transport;

namespace DncActors.Client.Cluster;

/// <summary>The nodes of the installation. Needs <c>admin</c> in the organization <c>default</c>.</summary>
public sealed class ClusterClient
{
    readonly DncTransport transport;

    internal ClusterClient(DncTransport transport) => this.transport = transport;

    /// <summary>All nodes as they are now; one that does not answer within a second is among them as <see cref="NodeStatusNames.Silent"/>.</summary>
    public Task<ClusterModel> GetAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<ClusterModel>("/v1/cluster", call, cancellation);
}
