using DncActors.Client.Transport;

namespace DncActors.Client.People;

/// <summary>Signing in by a user's own password.</summary>
public sealed class SessionsClient
{
    const string Root = "/v1/sessions";
    readonly DncTransport transport;

    internal SessionsClient(DncTransport transport) => this.transport = transport;

    /// <summary>
    /// Signs in: the answer has a key of the user's, for a client of its own. Needs no key. A wrong password and an unknown user are both
    /// <c>unauthenticated</c>; after too many of them it is <c>rate-limited</c>.
    /// </summary>
    public Task<SessionModel> CreateAsync(CreateSessionRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<CreateSessionRequest, SessionModel>(Root, request, call, cancellation);

    /// <summary>Signs out: ends the session whose key asks. Any other key is refused (<c>unprocessable</c>).</summary>
    public Task DeleteCurrentAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.DeleteAsync(Root + "/current", call, cancellation);
}
