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

    public void Flush() => RandomAccess.FlushToDisk(_handle);

    public void Dispose() => _handle.Dispose();
}
