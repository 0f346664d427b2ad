using System.Globalization;
using DncActors.Benchmarks.Peer;

namespace DncActors.Benchmarks.Postgres;

/// <summary>What the command line asks for.</summary>
/// <param name="Grains">Whether the peer is a grain for each lead and grain storage, instead of a plain transaction.</param>
/// <param name="Groups">User groups, each lead in one: what is told to them is written by both; 0 for none.</param>
sealed record PostgresExecutionsOptions(
    int Rounds, int Seconds, int[] Connections, int Nodes, TimeSpan RoundTrip, bool Standby, int Pool, int Trips, int Groups, bool Grains)
{
    public static PostgresExecutionsOptions Read(string[] args)
    {
        var numbers = new List<int>();
        var options = new PostgresExecutionsOptions(5, 10, [64, 256], 1, TimeSpan.Zero, false, PeerServer.DefaultPool, PeerServer.DefaultTrips, 8, false);
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
                var number => With(options, number),
            };
        }
        return options with
        {
            Rounds = numbers.Count > 0 ? numbers[0] : options.Rounds,
            Seconds = numbers.Count > 1 ? numbers[1] : options.Seconds,
            Connections = numbers.Count > 2 ? [.. numbers[2..]] : options.Connections,
        };

        PostgresExecutionsOptions With(PostgresExecutionsOptions same, string number)
        {
            numbers.Add(Number(number));
            return same;
        }

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Nodes} node(s), {(Grains ? "grain storage" : "a plain transaction")}, its pool {Pool}, its round trips {Trips}, {Groups} user groups, ")
        + string.Create(CultureInfo.InvariantCulture, $"{RoundTrip.TotalMilliseconds} ms added, ")
        + (Standby ? "synchronous standby" : "no standby");
}
