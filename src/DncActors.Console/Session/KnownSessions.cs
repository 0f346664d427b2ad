using System.Net;
using DncActors.Client.Errors;
using DncActors.Client.People;

namespace DncActors.Console.Session;

/// <summary>Whose key it is, as the API says. Every request asks it anew: a key that was revoked opens nothing any more.</summary>
sealed class KnownSessions(ApiClients clients)
{
    /// <summary>Signs a user in by their password.</summary>
    /// <exception cref="DncException">Refused, or the API did not answer.</exception>
    internal Task<SessionModel> OpenAsync(string? organization, string? user, string? password, CancellationToken cancellation) =>
        clients.Of(null).Sessions.CreateAsync(
            new() { OrganizationId = string.IsNullOrEmpty(organization) ? null : organization, User = user, Password = password }, cancellation: cancellation);

    /// <summary>Ends a session that was opened by a password; a key of its own stays as it is.</summary>
    internal async Task EndAsync(string key, CancellationToken cancellation)
    {
        try
        {
            if (await FindAsync(key, cancellation) is { ExpiresAt: not null }) await clients.Of(key).Sessions.DeleteCurrentAsync(cancellation: cancellation);
        }
        catch (DncException)
        {
            // The browser forgets it all the same, and it ends by itself.
        }
    }

    /// <summary>Null where the key is not, or no more, known.</summary>
    /// <exception cref="DncException">The API did not answer, or not that.</exception>
    internal async Task<MeModel?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return await clients.Of(key).Me.GetAsync(cancellation: cancellation);
        }
        catch (DncProblemException problem) when (problem.Status is HttpStatusCode.Unauthorized)
        {
            return null;
        }
    }
}
