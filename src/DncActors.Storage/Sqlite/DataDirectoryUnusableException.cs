namespace DncActors.Storage.Sqlite;

/// <summary>Nobody else has the data directory, and yet this process cannot take it: the disk is full, or the right to write is missing.</summary>
public sealed class DataDirectoryUnusableException : Exception
{
    public DataDirectoryUnusableException()
    {
    }

    public DataDirectoryUnusableException(string message)
        : base(message)
    {
    }

    public DataDirectoryUnusableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
