namespace DncActors.Client;

/// <summary>What one call sends differently from what the client would.</summary>
public sealed record DncCallOptions
{
    /// <summary>The user id to act for. Default: the client's.</summary>
    public string? ActingUser { get; init; }

    /// <summary>
    /// The idempotency key of a POST: give your own to be able to repeat it after a crash of your own. Default: made.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The version that was seen: a change of anything newer is a <c>conflict</c>. Default: none, whatever is there is changed.</summary>
    public long? IfMatch { get; init; }

    internal void Validate()
    {
        if (ActingUser is not null && !DncClientOptions.IsHeaderText(ActingUser))
            throw new ArgumentException($"ActingUser '{ActingUser}' is no user id: write one of printable ASCII.");
        if (IdempotencyKey is not null && !DncClientOptions.IsHeaderText(IdempotencyKey))
            throw new ArgumentException("The idempotency key must be printable ASCII without spaces.");
    }
}
