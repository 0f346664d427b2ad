namespace DncActors.Client.People;

/// <summary>What a user got who signed in: an API key of their own that ends by itself.</summary>
public sealed record SessionModel
{
    /// <summary>The key, which is shown this once.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
    public required string UserId { get; init; }

    /// <summary>A key shows itself nowhere.</summary>
    public override string ToString() => $"{nameof(SessionModel)} {{ UserId = {UserId} }}";
}
