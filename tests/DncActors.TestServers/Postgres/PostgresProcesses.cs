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

    /// <summary>Their processor time, and that of the ones that have ended, which their parent keeps.</summary>
    public TimeSpan Cpu(int parent)
    {
        // 14 and 15 of a process's numbers are its own ticks of a hundredth of a second, 16 and 17 those of its ended children.
        var ticks = Find().Sum(id => Numbers(id) is { Length: > 17 } numbers ? numbers[11..(id == Text(parent) ? 15 : 13)].Sum(Ticks) : 0);
        return TimeSpan.FromMilliseconds(10 * ticks);

        static long Ticks(string number) => long.Parse(number, CultureInfo.InvariantCulture);
    }

    static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands behind the name, which may have spaces of its own; empty for a process that has ended.</summary>
    static string[] Numbers(string id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
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
