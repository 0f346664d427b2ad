namespace DncActors.Client.Transport;

/// <summary>Makes idempotency keys.</summary>
public interface IIdempotencyKeySource
{
    /// <summary>A key that was never given out before, by anybody: printable ASCII, at most 128 characters. Called from many threads.</summary>
    string Next();
}
