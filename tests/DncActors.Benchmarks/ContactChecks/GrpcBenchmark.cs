using System.Globalization;
using DncActors.Benchmarks.Load;
using DncActors.TestServers;

namespace DncActors.Benchmarks.ContactChecks;

/// <summary>Checks over one gRPC stream beside single checks over HTTP, the same phones and keys, 10 % blocked, round by round. HTTP tells the reasons of a
/// block, the stream does not.</summary>
static class GrpcBenchmark
{
    static readonly GrpcWay[] Ways =
    [
        new("phones, one a message, 512 under way", "phone", 1, 512),
        new("numbers, one a message, 512 under way", "e164", 1, 512),
        new("numbers, one a message, 1 under way", "e164", 1, 1),
        new("numbers, 32 a message, 512 under way", "e164", 32, 512),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}");
        await using var server = await ServerProcess.StartAsync(["serve"], directory => new()
        {
            ["Dnc__DataDirectory"] = Path.Combine(directory, "data"),
            ["Dnc__Demo"] = "false",
            ["Dnc__GrpcUrl"] = url,
        });
        await CheckLoad.ListAsync(server);
        await CheckLoad.RunAsync(server, "/v1/contact-checks", seconds: 5);
        foreach (var way in Ways) await GrpcRun.RunAsync(server, url, way, seconds: 3);
        var http = new List<(WrkResult Result, double Cpu)>();
        var streams = Ways.ToDictionary(way => way, _ => new List<GrpcRun>());
        for (var round = 0; round < rounds; round++)
        {
            http.Add(await CheckLoad.RunAsync(server, "/v1/contact-checks", seconds));
            foreach (var way in Ways) streams[way].Add(await GrpcRun.RunAsync(server, url, way, seconds));
            Console.WriteLine($"round {round + 1} done; failed {http[^1].Result.Failed + streams.Values.Sum(runs => runs[^1].Wrong)}");
        }
        Console.WriteLine($"HTTP, one a request: {Spread.Of(http.Select(h => h.Result.PerSecond))}/s; server CPU µs {Spread.Of(http.Select(h => h.Cpu))}");
        foreach (var (way, runs) in streams)
        {
            Console.WriteLine($"gRPC, {way.Name}: {Spread.Of(runs.Select(r => r.PerSecond))}/s; server CPU µs {Spread.Of(runs.Select(r => r.Cpu))}; "
                + $"HTTP's CPU to it {Spread.Of(http.Zip(runs, (h, r) => h.Cpu / r.Cpu))}; answers a message {Spread.Of(runs.Select(r => r.Together))}");
        }
        return 0;
    }
}
