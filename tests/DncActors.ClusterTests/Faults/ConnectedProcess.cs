using System.Globalization;

namespace DncActors.ClusterTests.Faults;

/// <summary>Who of some processes holds the connection that comes from a port of this machine.</summary>
public static class ConnectedProcess
{
    /// <summary>Its name, or "" for somebody else.</summary>
    public static string NameOf(int port, IEnumerable<(string Name, int Id)> among)
    {
        if (SocketOf(port) is not { } socket) return "";
        return among.FirstOrDefault(process => Holds(process.Id, socket)).Name ?? "";
    }

    /// <summary>The kernel's number of the socket that has this port on its near end.</summary>
    static string? SocketOf(int port)
    {
        var near = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        foreach (var table in new[] { "/proc/net/tcp", "/proc/net/tcp6" })
        {
            foreach (var line in File.ReadLines(table).Skip(1))
            {
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields[1].EndsWith(near, StringComparison.Ordinal)) return $"socket:[{fields[9]}]";
            }
        }
        return null;
    }

    static bool Holds(int process, string socket)
    {
        try
        {
            return new DirectoryInfo($"/proc/{process}/fd").EnumerateFiles().Any(file => LinkOf(file) == socket);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static string? LinkOf(FileInfo file)
    {
        try
        {
            return file.LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
