using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Npgsql;
using StackExchange.Redis;

namespace DncActors.Benchmarks.Compare;

/// <summary>What the figures were measured on, and with.</summary>
sealed record Machine(string Processor, int Cores, string Memory, string System, string Runtime, string? Commit, IReadOnlyDictionary<string, string?> Versions)
{
    public static async Task<Machine> ReadAsync() => new(
        Line("/proc/cpuinfo", "model name"),
        Environment.ProcessorCount,
        Line("/proc/meminfo", "MemTotal"),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        await SayAsync("git", "describe", "--always", "--dirty"),
        new Dictionary<string, string?>
        {
            ["Redis"] = (await SayAsync("redis-server", "--version"))?.Split(' ')[2],
            ["PostgreSQL"] = (await SayAsync("psql", "--version"))?.Split(' ', 3)[2],
            ["wrk"] = (await SayAsync("wrk", "-v"))?.Split(' ')[1],
            ["StackExchange.Redis"] = VersionOf(typeof(ConnectionMultiplexer)),
            ["Npgsql"] = VersionOf(typeof(NpgsqlConnection)),
        });

    public override string ToString() => $"{Processor}, {Cores} cores, {Memory}; {System}; {Runtime}; {Commit}; "
        + string.Join(", ", Versions.Select(v => $"{v.Key} {v.Value}"));

    static string? VersionOf(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    static string Line(string file, string name) =>
        File.ReadLines(file).First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(':', 2)[1].Trim();

    /// <summary>The first line; null where there is no such program.</summary>
    static async Task<string?> SayAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = await process.StandardOutput.ReadLineAsync();
            await process.WaitForExitAsync();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
