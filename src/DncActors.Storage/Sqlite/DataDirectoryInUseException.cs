namespace DncActors.Storage.Sqlite;

/// <summary>Another process has the data directory. Two writers beside one another would each believe in an order of their own.</summary>
public sealed class DataDirectoryInUseException : Exception
{
    public DataDirectoryInUseException()
    {
    }

    public DataDirectoryInUseException(string message)
        : base(message)
    {
    }

    public DataDirectoryInUseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
