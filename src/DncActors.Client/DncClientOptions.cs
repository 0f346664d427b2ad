using DncActors.Client.Transport;

namespace DncActors.Client;

/// <summary>How a <see cref="DncClient"/> calls the gateway.</summary>
public sealed record DncClientOptions
{
    /// <summary>Where the gateway is; a path in it stands before every call's. Default: <c>http://localhost:8080</c>.</summary>
    public Uri BaseAddress { get; init; } = new("http://localhost:8080");

    /// <summary>The API key. Default: none, which suffices for <see cref="DncClient.Health"/> alone.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The user id to act for where a call names none; for keys with <c>actsForUsers</c>. Default: none.</summary>
    public string? ActingUser { get; init; }

    /// <summary>When and how often a call is repeated. Default: see there.</summary>
    public DncRetryOptions Retry { get; init; } = new();

    /// <summary>
    /// How long one attempt may take, until its answer was read; for streams: until the answer begins. Imports have no such limit: they
    /// answer when all is read. Default: 30 seconds.
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>An event stream that has been silent for that long, heartbeats included, is opened anew. Default: 60 seconds.</summary>
    public TimeSpan StreamIdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An event stream that could not be opened again for that long ends with the last failure. Default: 5 minutes.</summary>
    public TimeSpan StreamReconnectBudget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Makes the idempotency key of each POST for which the caller gives none. Null: such a POST goes without, and is never repeated.
    /// Default: 128 random bits.
    /// </summary>
    public IIdempotencyKeySource? IdempotencyKeys { get; init; } = new RandomIdempotencyKeys();

    /// <summary>The clock of time-outs and waits. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        if (!BaseAddress.IsAbsoluteUri || BaseAddress.Scheme is not ("http" or "https"))
            throw new ArgumentException($"BaseAddress '{BaseAddress}' is no web address: write one such as http://localhost:8080.");
        if (ApiKey is not null && !IsHeaderText(ApiKey))
            throw new ArgumentException("ApiKey holds characters that no key has: give it as it was printed, without line ends.");
        if (ActingUser is not null && !IsHeaderText(ActingUser))
            throw new ArgumentException($"ActingUser '{ActingUser}' is no user id: write one of printable ASCII.");
        Positive(AttemptTimeout, nameof(AttemptTimeout));
        Positive(StreamIdleTimeout, nameof(StreamIdleTimeout));
        Positive(StreamReconnectBudget, nameof(StreamReconnectBudget));
        Retry.Validate();
    }

    internal static bool IsHeaderText(string text) => text.Length > 0 && text.All(c => c is > ' ' and < (char)127);

    static void Positive(TimeSpan span, string name)
    {
        if (span <= TimeSpan.Zero)
            throw new ArgumentException($"{name} is {span}: write a time longer than zero.");
    }
}
