using System.Diagnostics;
using System.Globalization;

namespace DncActors.TestServers.Postgres;

/// <summary>All processes of one server: every one of them, and nobody else, works in its data directory.</summary>
sealed class PostgresProcesses(string data)
{
    public bool Any() => Find().Any();

    /// <summary>Sends all of them a signal; the ones that start meanwhile too.</summary>
    public async Task SignalAsync(string signal, CancellationToken cancellation)
    {
        HashSet<string> reached = [];
        while (Find().Where(reached.Add).ToArray() is { Length: > 0 } ids)
        {
            using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", .. ids]) { RedirectStandardError = true })!;
            await kill.WaitForExitAsync(cancellation);
        }
    }

    IEnumerable<string> Find() =>
        from process in Directory.EnumerateDirectories("/proc")
        let id = Path.GetFileName(process)
        where int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _) && WorksIn(process) == data
        select id;

    /// <summary>Null for one that has ended or is none of ours to look at.</summary>
    static string? WorksIn(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
