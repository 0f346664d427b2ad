using DncActors.Client.Errors;
using DncActors.Client.Transport;

namespace DncActors.Client.Health;

/// <summary>Whether the node that is called lives and may answer. Needs no key.</summary>
public sealed class HealthClient
{
    readonly DncTransport transport;

    internal HealthClient(DncTransport transport) => this.transport = transport;

    /// <summary>The process answers.</summary>
    public Task<bool> IsAliveAsync(CancellationToken cancellation = default) => AnswersAsync("/healthz", cancellation);

    /// <summary>It may answer contact checks.</summary>
    public Task<bool> IsReadyAsync(CancellationToken cancellation = default) => AnswersAsync("/readyz", cancellation);

    // Asked once: who asks for the health of a node wants to know how it is, not how it will be.
    async Task<bool> AnswersAsync(string path, CancellationToken cancellation)
    {
        var attempt = await transport.TryOpenAsync(new DncRequest(HttpMethod.Get, path) { Accept = "*/*" }, cancellation);
        attempt.Value?.Dispose();
        return attempt.Failure switch
        {
            null => true,
            DncConnectionException or DncProblemException { Code: DncErrorCodes.Unavailable } => false,
            var failure => throw failure,
        };
    }
}
