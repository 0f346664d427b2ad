namespace DncActors.Client.Errors;

/// <summary>There was no answer, or none that can be read. A change may or may not be made: repeat a POST under the same idempotency key to know.</summary>
public sealed class DncConnectionException : DncException
{
    internal DncConnectionException(string message, string? idempotencyKey, Exception? inner)
        : base(message, idempotencyKey, inner)
    {
    }
}
