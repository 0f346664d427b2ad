namespace DncActors.Storage.Postgres;

/// <summary>The database cannot keep what is promised.</summary>
public sealed class UnfitDatabaseException : Exception
{
    public UnfitDatabaseException()
    {
    }

    public UnfitDatabaseException(string message)
        : base(message)
    {
    }

    public UnfitDatabaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
