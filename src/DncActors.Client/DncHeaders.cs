namespace DncActors.Client;

/// <summary>The headers of the contract that HTTP does not define.</summary>
public static class DncHeaders
{
    /// <summary>On every POST, and echoed by every answer to one.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>The person that a key with <c>actsForUsers</c> acts for.</summary>
    public const string ActingUser = "X-Acting-User";

    /// <summary>The last event that was seen, to resume a stream behind it.</summary>
    public const string LastEventId = "Last-Event-ID";

    /// <summary>The trailer that ends a whole CSV scrub.</summary>
    public const string Summary = "Dnc-Summary";
}
