using System.Net;
using DncActors.Client.Errors;
using DncActors.Client.People;

namespace DncActors.Console.Session;

/// <summary>Whose key it is, as the API says. Every request asks it anew: a key that was revoked opens nothing any more.</summary>
sealed class KnownSessions(ApiClients clients)
{
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
