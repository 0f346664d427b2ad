using System.Globalization;

namespace DncActors.Host.Settings;

/// <summary>Whether the data directory can be used at all; who holds it is the store's question.</summary>
static class DataDirectories
{
    internal static IEnumerable<string> FindWrong(DncOptions options)
    {
        if (options.Storage != StorageKind.Sqlite) yield break;
        if (Try(options.DataDirectory) is { } why)
        {
            yield return $"Dnc__DataDirectory is '{options.DataDirectory}', and nothing can be written there: {why} "
                + "Give this process the right to, or name another directory.";
        }
    }

    static string? Try(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var probe = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $".probe-{Environment.ProcessId}"));
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return fault.Message;
        }
    }
}
