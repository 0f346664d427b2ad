using System.Globalization;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.ContactChecks;

/// <summary>
/// Single checks over HTTP, keys on, 10 % of the phones blocked and answered with their reasons; beside them <c>/wire</c>, an endpoint of the same
/// process that passes the same
/// authentication, parses the same query and answers a constant of the same size.
/// </summary>
static class ChecksBenchmark
{
    const int Connections = 64;
    const int Phones = 10_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        await using var server = await ServerProcess.StartAsync();
        // Every tenth phone of the range is listed.
        await BenchWorld.ImportAsync(
            server.Http, "/v1/dnc/entries/import", Phones / 10, i =>
                $$"""{"phone":"{{BenchWorld.Phone(i * 10)}}","channels":["call","sms"],"reason":"registry"}""" + "\n");
        await Wrk.RunAsync(server.Address, Script("/v1/contact-checks"), Connections, TimeSpan.FromSeconds(5));
        await Wrk.RunAsync(server.Address, Script("/wire"), Connections, TimeSpan.FromSeconds(5));
        var checks = new List<(WrkResult Result, double Cpu)>();
        var wire = new List<(WrkResult Result, double Cpu)>();
        for (var round = 0; round < rounds; round++)
        {
            checks.Add(await MeasureAsync(server, "/v1/contact-checks", seconds));
            wire.Add(await MeasureAsync(server, "/wire", seconds));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round + 1}: checks {checks[^1].Result.PerSecond:N0}/s, {checks[^1].Cpu:N1} µs; ")
                + string.Create(CultureInfo.InvariantCulture, $"wire {wire[^1].Result.PerSecond:N0}/s, {wire[^1].Cpu:N1} µs; ")
                + string.Create(CultureInfo.InvariantCulture, $"failed {checks[^1].Result.Failed + wire[^1].Result.Failed}"));
        }
        Print("checks", checks);
        Print("wire", wire);
        var ratio = Spread.Of(checks.Zip(wire, (c, w) => c.Result.PerSecond / w.Result.PerSecond));
        var cpu = Spread.Of(checks.Zip(wire, (c, w) => c.Cpu / w.Cpu));
        Console.WriteLine($"checks to wire: throughput {ratio}, server CPU {cpu}");
        return 0;
    }

    static async Task<(WrkResult Result, double Cpu)> MeasureAsync(ServerProcess server, string path, int seconds)
    {
        var cpu = server.Cpu;
        var result = await Wrk.RunAsync(server.Address, Script(path), Connections, TimeSpan.FromSeconds(seconds));
        return (result, (server.Cpu - cpu).TotalMicroseconds / result.Requests);
    }

    static void Print(string what, List<(WrkResult Result, double Cpu)> rounds) => Console.WriteLine(
        $"{what}/s: {Spread.Of(rounds.Select(r => r.Result.PerSecond))}; "
        + $"server CPU µs {Spread.Of(rounds.Select(r => r.Cpu))}; p99 ms {Spread.Of(rounds.Select(r => r.Result.P99Milliseconds))}");

    static string Script(string path) => $$"""
        local requests = {}
        local headers = { ["Authorization"] = "Bearer {{ServerProcess.Key}}" }
        local n = 0
        init = function(args)
          for i = 0, {{Phones - 1}} do
            requests[i] = wrk.format("GET", string.format("{{path}}?phone=%%2B%d&channel=call", 12010000000 + i), headers)
          end
        end
        request = function()
          n = (n + 7919) % {{Phones}}
          return requests[n]
        end
        """;
}
