namespace DncActors.Domain.Paging;

/// <summary>A cursor that no list of this kind gave out: the client's mistake, answered with 400.</summary>
[GenerateSerializer, Alias("dnc.BadCursorException")]
public sealed class BadCursorException : Exception
{
    public BadCursorException()
    {
    }

    public BadCursorException(string message)
        : base(message)
    {
    }

    public BadCursorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
