using System.Globalization;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Postgres;

namespace DncActors.Benchmarks.Cluster;

/// <summary>
/// One node of three is killed, another one later paused, under executions at a steady rate that come in through the other two: the longest that a client of
/// those waited.
/// </summary>
static class NodeLost
{
    static readonly TimeSpan Before = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(250);

    public static async Task<int> RunAsync(string[] args)
    {
        var perSecond = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 30;
        await using var postgres = await MeasuredPostgres.StartAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using var nodes = await Nodes.StartAsync(postgres.ConnectionString(database), count: 3);
        var stay = nodes.All.Take(2).ToArray();
        var world = await BenchWorld.MakeAsync(stay[0].Http);
        await BenchWorld.ImportAsync(stay[0].Http, "/v1/leads/import", perSecond * ((2 * seconds) + 10), world.LeadLine);
        var executions = new SteadyExecutions(world, perSecond, TimeProvider.System);
        var length = TimeSpan.FromSeconds(seconds);
        await executions.RunAsync(stay, TimeSpan.FromSeconds(5), length, () => Task.CompletedTask);
        Print("warming up", executions);

        await executions.RunAsync(stay, length, Before, nodes.All[2].KillAsync);
        Print("killed (kill -9)", executions);
        var next = await nodes.AddAsync();
        await executions.RunAsync(stay, length, Before, next.PauseAsync);
        Print("paused (SIGSTOP)", executions);
        return 0;
    }

    static void Print(string what, SteadyExecutions executions)
    {
        var all = executions.Done.ToArray();
        var waits = all.Select(e => e.Waited).Order().ToArray();
        var longest = all.MaxBy(e => e.Waited);
        var slow = all.Where(e => e.Waited > Slow).ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: {all.Length:N0} executions, p50 {waits[waits.Length / 2].TotalMilliseconds:N1} ms; ")
            + string.Create(CultureInfo.InvariantCulture, $"the longest waited {longest.Waited.TotalSeconds:N2} s, ")
            + string.Create(CultureInfo.InvariantCulture, $"sent {(longest.Sent - Before).TotalSeconds:N2} s after the loss; ")
            + string.Create(CultureInfo.InvariantCulture, $"{slow.Length:N0} waited more than {Slow.TotalMilliseconds:N0} ms{When(slow)}; ")
            + $"tried again: {Tried(executions)}");
    }

    /// <summary>A loss is paid for once: whoever sends later waits no more.</summary>
    static string When((TimeSpan Sent, TimeSpan Waited)[] slow) => slow.Length == 0 ? "" : " (by the second after the loss in which it was sent: "
        + string.Join(", ", slow.GroupBy(s => Math.Floor((s.Sent - Before).TotalSeconds)).OrderBy(s => s.Key).Select(s => string.Create(
            CultureInfo.InvariantCulture, $"{s.Key}: {s.Count()}, at most {s.Max(e => e.Waited).TotalSeconds:N2} s"))) + ")";

    static string Tried(SteadyExecutions executions) => executions.TriedAgain.Count == 0 ? "none"
        : string.Join(", ", executions.TriedAgain.Select(t => $"{t.Value} times after {t.Key}"));
}
