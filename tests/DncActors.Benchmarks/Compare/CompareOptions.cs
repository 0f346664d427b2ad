using System.Globalization;
using DncActors.Benchmarks.CheckPeers;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Compare;

/// <summary>What the command line asks for.</summary>
/// <param name="Only">Parts of the whole: checks, batches, latency.</param>
/// <param name="Pool">Connections of the peer to PostgreSQL.</param>
sealed record CompareOptions(int Rounds, int Seconds, int Entries, IReadOnlyList<string> Only, int Pool, string Json)
{
    public const string Checks = "checks";
    public const string Batches = "batches";
    public const string Latency = "latency";

    public static CompareOptions Read(string[] args)
    {
        var numbers = new List<int>();
        var options = new CompareOptions(
            10, 5, 1_000_000, [Checks, Batches, Latency], PostgresCheckStore.DefaultPool, Path.Combine("artifacts", "benchmarks", "compare.json"));
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--only": options = options with { Only = args[++i].Split(',') }; break;
                case "--pool": options = options with { Pool = Number(args[++i]) }; break;
                case "--json": options = options with { Json = args[++i] }; break;
                default: numbers.Add(Number(args[i])); break;
            }
        }
        return options with
        {
            Rounds = numbers.Count > 0 ? numbers[0] : options.Rounds,
            Seconds = numbers.Count > 1 ? numbers[1] : options.Seconds,
            Entries = numbers.Count > 2 ? numbers[2] : options.Entries,
        };

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    public Listing Listing => new(Entries, Listing.DefaultAsked);
}
