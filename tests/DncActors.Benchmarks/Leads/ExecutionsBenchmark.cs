using System.Globalization;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Leads;

/// <summary>How many executions a second are acknowledged, durable, each on a lead that was never touched before; beside a bare loop that writes the
/// same rows.</summary>
static class ExecutionsBenchmark
{
    const int Connections = 64;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        const int mostPerSecond = 12_000;
        await using var server = await ServerProcess.StartAsync();
        var world = await BenchWorld.MakeAsync(server.Http);
        var leads = ((rounds * seconds) + (int)WarmUp.TotalSeconds) * mostPerSecond / 2;
        await BenchWorld.ImportAsync(server.Http, "/v1/leads/import", leads, world.LeadLine);
        var rates = new List<double>();
        var bare = new List<double>();
        var begun = 0L;
        // The first seconds are the just-in-time compiler's: they are told, and are no round.
        var warmUp = await ExecutionLoad.RunAsync([server.Address], world, begun, Connections, WarmUp);
        begun = warmUp.Next;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warm-up of {WarmUp.TotalSeconds:N0} s: {warmUp.PerSecond:N0} executions/s"));
        for (var round = 0; round < rounds; round++)
        {
            var cpu = server.Cpu;
            var result = await ExecutionLoad.RunAsync([server.Address], world, begun, Connections, TimeSpan.FromSeconds(seconds));
            cpu = server.Cpu - cpu;
            begun = result.Next;
            rates.Add(result.PerSecond);
            bare.Add(BareLoop.Measure(executions: 20_000, group: Connections));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round + 1}: {result.PerSecond:N0} executions/s, p50 {result.P50Milliseconds:N1} ms, p99 {result.P99Milliseconds:N1} ms, ")
                + string.Create(CultureInfo.InvariantCulture, $"failed {result.Failed}, server CPU {cpu.TotalMicroseconds / result.Requests:N0} µs each; ")
                + string.Create(CultureInfo.InvariantCulture, $"bare loop {bare[^1]:N0}/s"));
            if (begun > leads)
            {
                throw new InvalidOperationException($"Only {leads} leads for {begun} executions: the figures would count refusals.");
            }
        }
        var counted = ExecutionCount.Read(server.DataDirectory);
        Console.WriteLine($"executions/s: {Spread.Of(rates)}; bare loop of the same rows: {Spread.Of(bare)}; "
            + $"ratio {Spread.Of(rates).Median / Spread.Of(bare).Median:N2}");
        Console.WriteLine($"executions in the database: {counted:N0}");
        return 0;
    }
}
