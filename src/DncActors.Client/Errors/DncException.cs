namespace DncActors.Client.Errors;

/// <summary>A call that failed: a <see cref="DncProblemException"/> or a <see cref="DncConnectionException"/>.</summary>
public abstract class DncException : Exception
{
    private protected DncException(string message, string? idempotencyKey, Exception? inner)
        : base(message, inner) => IdempotencyKey = idempotencyKey;

    /// <summary>The key under which a POST was sent: sent again with it, it is done once. Null for other calls.</summary>
    public string? IdempotencyKey { get; }
}
