using Microsoft.Win32.SafeHandles;

namespace DncActors.Storage.Sqlite;

/// <summary>
/// The file itself, to have the disk take what was copied into it: SQLite asks for that only where all of the log is copied, and then it is hundreds of
/// megabytes at once. Held open until no session is: closing any handle of a file lets go of the process's locks on it
/// (https://www.sqlite.org/howtocorrupt.html, 2.2).
/// </summary>
internal sealed class SqliteDataFile(string path) : IDisposable
{
    readonly SafeFileHandle _handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    public void Flush()
    {
        try
        {
            RandomAccess.FlushToDisk(_handle);
        }
        catch (IOException fault)
        {
            End(fault);
        }
    }

    /// <summary>
    /// Ends the process at once. A disk that fails says so once, and what it lost counts as written from then on: the log would be written over though the file
    /// lacks what it has. The next start copies all of the log anew.
    /// </summary>
    public static void End(Exception fault) => Environment.FailFast("The disk could not take the data file; the write-ahead log has what it lacks.", fault);

    public void Dispose() => _handle.Dispose();
}
