using System.Globalization;

namespace DncActors.Storage.Sqlite;

/// <summary>The data directory, held by this process alone from before the first file is opened until after the last is closed.</summary>
internal sealed class SqliteDataDirectory : IDisposable
{
    const string LockName = "dnc.lock";
    const string OwnerName = "dnc.pid";

    /// <summary>How a lock that another has is told: EAGAIN on Linux, EWOULDBLOCK on macOS, a sharing violation on Windows.</summary>
    static readonly int[] InUse = [11, 35, unchecked((int)0x8007_0020)];

    readonly FileStream _lock;

    SqliteDataDirectory(FileStream held) => _lock = held;

    /// <exception cref="DataDirectoryInUseException">Another process has it.</exception>
    /// <exception cref="DataDirectoryUnusableException">It cannot be written.</exception>
    public static SqliteDataDirectory Hold(string directory)
    {
        var path = Path.GetFullPath(directory);
        FileStream? held = null;
        try
        {
            Directory.CreateDirectory(path);
            held = new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(Path.Combine(path, OwnerName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new SqliteDataDirectory(held);
        }
        catch (IOException fault) when (held is null && InUse.Contains(fault.HResult))
        {
            throw new DataDirectoryInUseException(
                $"The data directory '{path}' is in use by {OwnerOf(path)}. Stop it, or name another directory: one process at a time may write there.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            throw new DataDirectoryUnusableException(
                $"The data directory '{path}' cannot be written: {fault.Message} Make room, give this process the right to write, or name another.", fault);
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
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
