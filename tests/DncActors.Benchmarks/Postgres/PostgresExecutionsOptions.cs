using System.Globalization;
using DncActors.Benchmarks.Peer;

namespace DncActors.Benchmarks.Postgres;

/// <summary>What the command line asks for.</summary>
/// <param name="Grains">Whether the peer is a grain for each lead and grain storage, instead of a plain transaction.</param>
/// <param name="Groups">User groups, each lead in one: what is told to them is written by both; 0 for none.</param>
/// <param name="Against">The benchmarks' program of another build, or this one: a node of it is what ours is compared with, instead of a peer.</param>
/// <param name="With">The environment that ours has and nobody else.</param>
sealed record PostgresExecutionsOptions(
    int Rounds, int Seconds, int[] Connections, int Nodes, TimeSpan RoundTrip, bool Standby, int Pool, int Trips, int Groups, bool Grains, string? Against,
    (string Name, string Value)[] With)
{
    /// <summary>What whoever ours is compared with is called.</summary>
    public string OtherName => Against is null ? "peer" : "other";

    string Other => Against is not null ? $"against {Against}"
        : Grains ? "grain storage" : string.Create(CultureInfo.InvariantCulture, $"a plain transaction, its pool {Pool}, its round trips {Trips}");

    public static PostgresExecutionsOptions Read(string[] args)
    {
        var numbers = new List<int>();
        var options = new PostgresExecutionsOptions(
            5, 10, [64, 256], 1, TimeSpan.Zero, false, PeerServer.DefaultPool, PeerServer.DefaultTrips, 8, false, null, []);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--nodes" => options with { Nodes = Number(args[++i]) },
                "--rtt" => options with { RoundTrip = TimeSpan.FromMilliseconds(double.Parse(args[++i], CultureInfo.InvariantCulture)) },
                "--standby" => options with { Standby = true },
                "--pool" => options with { Pool = Number(args[++i]) },
                "--trips" => options with { Trips = Number(args[++i]) },
                "--grains" => options with { Grains = true },
                "--groups" => options with { Groups = Number(args[++i]) },
                "--against" => options with { Against = Build(args[++i]) },
                "--with" => options with { With = [.. options.With, Setting(args[++i])] },
                var number => WithNumber(options, number),
            };
        }
        if (options is { Grains: true, Against: not null }) throw new FormatException("There is one to compare with: --grains or --against, not both.");
        return options with
        {
            Rounds = numbers.Count > 0 ? numbers[0] : options.Rounds,
            Seconds = numbers.Count > 1 ? numbers[1] : options.Seconds,
            Connections = numbers.Count > 2 ? [.. numbers[2..]] : options.Connections,
        };

        PostgresExecutionsOptions WithNumber(PostgresExecutionsOptions same, string number)
        {
            numbers.Add(Number(number));
            return same;
        }

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

        static string Build(string path) => File.Exists(path) ? Path.GetFullPath(path)
            : throw new FormatException($"--against takes the benchmarks' program of a build; '{path}' is no file.");

        static (string Name, string Value) Setting(string text) => text.Split('=', 2) is [var name, var value] ? (name, value)
            : throw new FormatException($"--with takes NAME=VALUE, not '{text}'.");
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Nodes} node(s){string.Concat(With.Select(w => $" with {w.Name}={w.Value}"))}, {Other}, {Groups} user groups, ")
        + string.Create(CultureInfo.InvariantCulture, $"{RoundTrip.TotalMilliseconds} ms added, ")
        + (Standby ? "synchronous standby" : "no standby");
}
