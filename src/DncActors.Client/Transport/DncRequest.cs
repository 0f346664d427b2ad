namespace DncActors.Client.Transport;

/// <summary>One call, as often as it has to be sent.</summary>
sealed record DncRequest(HttpMethod Method, string Path)
{
    /// <summary>Made anew for each attempt; null for no body.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>False for a body that can be read only once.</summary>
    public bool CanSendAgain { get; init; } = true;

    /// <summary>False where the answer takes as long as the caller's stream.</summary>
    public bool HasTimeout { get; init; } = true;

    public string Accept { get; init; } = DncMediaTypes.Json;
    public string? LastEventId { get; init; }
    public DncCallOptions? Call { get; init; }
}
