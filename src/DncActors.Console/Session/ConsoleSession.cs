using DncActors.Client;
using DncActors.Client.People;
using Microsoft.AspNetCore.Components.Authorization;

namespace DncActors.Console.Session;

/// <summary>Whoever sits before this browser window: their client of the API, what they may do, and where they read the clock.</summary>
sealed class ConsoleSession(AuthenticationStateProvider authentication, ApiClients clients)
{
    DncClient? client;

    /// <summary>Who is signed in; null until <see cref="OpenAsync"/>.</summary>
    internal MeModel? Me { get; private set; }

    /// <summary>The reader's time zone. UTC until their browser has told.</summary>
    internal TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <exception cref="InvalidOperationException">Before <see cref="OpenAsync"/>.</exception>
    internal DncClient Client => client ?? throw new InvalidOperationException("The session is not open yet.");

    /// <exception cref="Client.Errors.DncException">The API did not answer, or refused.</exception>
    internal async Task OpenAsync(CancellationToken cancellation = default)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        client ??= clients.Of(SessionClaims.KeyOf(user));
        Me = await client.Me.GetAsync(cancellation: cancellation);
    }

    /// <summary>Whether to show what needs the permission. Whether it is done is decided by the API.</summary>
    internal bool Can(string permission) => Me?.Permissions.Contains(permission) == true;

    /// <summary>What the browser calls its zone; one that this machine does not know leaves UTC, and times say so.</summary>
    internal void ReadClockIn(string? zone)
    {
        if (zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)) Zone = found;
    }
}
