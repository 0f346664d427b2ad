using DncActors.Console.OpenId;

namespace DncActors.Console;

/// <summary>How the console reaches the API.</summary>
public sealed record ConsoleOptions
{
    /// <summary>Where the console's own server calls the API. Default: null, the first address at which this process listens.</summary>
    public Uri? ApiAddress { get; init; }

    /// <summary>How long somebody who does nothing stays signed in by the browser's cookie. Default: 12 hours.</summary>
    public TimeSpan SessionLength { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Whom people may sign in by; an <see cref="IOpenIdSessions"/> must then be there. Default: null, nobody but the service itself.</summary>
    public OpenIdProvider? OpenId { get; init; }
}
