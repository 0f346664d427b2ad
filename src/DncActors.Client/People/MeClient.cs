using DncActors.Client.Transport;

namespace DncActors.Client.People;

/// <summary>Who the client's key is.</summary>
public sealed class MeClient
{
    readonly DncTransport transport;

    internal MeClient(DncTransport transport) => this.transport = transport;

    /// <summary>Who calls, and what they may do; any key may ask.</summary>
    public Task<MeModel> GetAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<MeModel>("/v1/me", call, cancellation);
}
