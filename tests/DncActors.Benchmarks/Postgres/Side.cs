using System.Globalization;
using DncActors.Benchmarks.Load;
using DncActors.TestServers.Postgres;

namespace DncActors.Benchmarks.Postgres;

/// <summary>One of the two that are compared: its processes, its database, the leads that are left.</summary>
sealed class Side(string name, MeasuredPostgres postgres, PostgresDatabase database, IReadOnlyList<ServerProcess> servers, BenchWorld world)
{
    long _next;

    public PostgresDatabase Database => database;

    public long Answered { get; private set; }

    /// <summary>The first lead that it has not touched.</summary>
    public long Next => _next;

    public async Task<Round> RunAsync(int connections, int seconds)
    {
        var (server, database, wire) = (Cpu(), postgres.Cpu, postgres.WireCpu);
        var result = await ExecutionLoad.RunAsync([.. servers.Select(s => s.Address)], world, _next, connections, TimeSpan.FromSeconds(seconds));
        (server, database, wire) = (Cpu() - server, postgres.Cpu - database, postgres.WireCpu - wire);
        _next = result.Next;
        Answered += result.Requests - result.Failed;
        return new(name, result, Each(server), Each(database), Each(wire));

        double Each(TimeSpan cpu) => cpu.TotalMicroseconds / result.Requests;
    }

    TimeSpan Cpu() => servers.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Cpu);

    /// <summary>What was measured; processor time in microseconds an execution.</summary>
    internal sealed record Round(string Name, WrkResult Result, double ServerCpu, double DatabaseCpu, double WireCpu)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Name} {Result.PerSecond:N0}/s, p50 {Result.P50Milliseconds:N1} ms, p99 {Result.P99Milliseconds:N1} ms, failed {Result.Failed}, ")
            + string.Create(CultureInfo.InvariantCulture, $"CPU µs: server {ServerCpu:N0}, PostgreSQL {DatabaseCpu:N0}")
            + (WireCpu > 0 ? string.Create(CultureInfo.InvariantCulture, $", wire {WireCpu:N0}") : "");
    }
}
