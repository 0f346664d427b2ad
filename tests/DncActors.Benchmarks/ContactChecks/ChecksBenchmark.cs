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
    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        await using var server = await ServerProcess.StartAsync();
        await CheckLoad.ListAsync(server);
        await CheckLoad.RunAsync(server, "/v1/contact-checks", seconds: 5);
        await CheckLoad.RunAsync(server, "/wire", seconds: 5);
        var checks = new List<(WrkResult Result, double Cpu)>();
        var wire = new List<(WrkResult Result, double Cpu)>();
        for (var round = 0; round < rounds; round++)
        {
            checks.Add(await CheckLoad.RunAsync(server, "/v1/contact-checks", seconds));
            wire.Add(await CheckLoad.RunAsync(server, "/wire", seconds));
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

    static void Print(string what, List<(WrkResult Result, double Cpu)> rounds) => Console.WriteLine(
        $"{what}/s: {Spread.Of(rounds.Select(r => r.Result.PerSecond))}; "
        + $"server CPU µs {Spread.Of(rounds.Select(r => r.Cpu))}; p99 ms {Spread.Of(rounds.Select(r => r.Result.P99Milliseconds))}");
}
