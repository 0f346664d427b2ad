using System.Diagnostics;
using System.Globalization;

namespace DncActors.TestServers.Postgres;

/// <summary>PostgreSQL's own programs, as Debian installs them, and the user that they run as: they refuse root.</summary>
static class PostgresPrograms
{
    const string Debian = "/usr/lib/postgresql";

    /// <summary>The first of them that this machine has runs the server, where the tests run as root.</summary>
    static readonly (string User, string Group)[] Unprivileged = [("postgres", "postgres"), ("nobody", "nogroup")];

    static readonly Lazy<string> Directory = new(Find);

    /// <summary>A start of one of the programs; <paramref name="directory"/> must be the unprivileged user's to enter.</summary>
    public static ProcessStartInfo Start(string program, string directory, params IEnumerable<string> arguments)
    {
        var path = Path.Combine(Directory.Value, program);
        string[] line = Owner() is { } owner
            ? ["setpriv", $"--reuid={owner.User}", $"--regid={owner.Group}", "--clear-groups", "--", path, .. arguments]
            : [path, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the shell of the tests has set must not reach the server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>Who must own the server's files; null for whoever runs the tests.</summary>
    public static (string User, string Group)? Owner()
    {
        if (!Environment.IsPrivilegedProcess) return null;
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return Unprivileged.First(owner => known.Contains(owner.User));
    }

    /// <summary>The newest version; where Debian's folder is not there, whatever is on the path.</summary>
    static string Find()
    {
        var versions = System.IO.Directory.Exists(Debian) ? System.IO.Directory.GetDirectories(Debian) : [];
        var places = versions.OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")) && File.Exists(Path.Combine(place, "postgres")))
            ?? throw new InvalidOperationException($"There is no PostgreSQL in {Debian} or on the path: apt-get install --no-install-recommends postgresql.");
    }

    static int Version(string folder) => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
