using System.Net;
using DncActors.Client;

namespace DncActors.Console.Session;

/// <summary>Clients of the API for whoever is signed in, over connections that all of them share.</summary>
sealed class ApiClients(ApiAddress address) : IDisposable
{
    /// <summary>A page waits for its reader: one that cannot be answered soon says so, and offers to try again.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    internal DncClient Of(string? key) => new(http, new DncClientOptions { BaseAddress = address.Find(), ApiKey = key, AttemptTimeout = Patience });

    public void Dispose() => http.Dispose();
}
