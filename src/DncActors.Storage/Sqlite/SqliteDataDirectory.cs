using System.Globalization;

namespace DncActors.Storage.Sqlite;

/// <summary>The data directory, held by this process alone from before the first file is opened until after the last is closed.</summary>
internal sealed class SqliteDataDirectory : IDisposable
{
    const string LockName = "dnc.lock";
    const string OwnerName = "dnc.pid";

    readonly FileStream _lock;

    SqliteDataDirectory(FileStream held) => _lock = held;

    /// <exception cref="DataDirectoryInUseException">Another process has it.</exception>
    public static SqliteDataDirectory Hold(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.GetFullPath(directory);
        try
        {
            var held = new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(Path.Combine(path, OwnerName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new SqliteDataDirectory(held);
        }
        catch (IOException fault)
        {
            throw new DataDirectoryInUseException(
                $"The data directory '{path}' is in use by {OwnerOf(path)}. Stop it, or name another directory: one process at a time may write there.", fault);
        }
    }

    public void Dispose() => _lock.Dispose();

    // The owner's number stands in a file of its own: the locked one cannot be read by anybody else.
    static string OwnerOf(string path)
    {
        try
        {
            return $"process {File.ReadAllText(Path.Combine(path, OwnerName)).Trim()}";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
