using System.Net;
using System.Net.Sockets;
using DncActors.ClusterTests.Crash;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Faults;

/// <summary>Clients of every node that go on through everything, at a pace that leaves two cores room for the faults.</summary>
public sealed class FaultLoad(FaultCluster cluster, CrashWorkload workload, EntryClients entries, History history, FaultLog log, int seed)
{
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);
    static readonly TimeSpan ImportPace = TimeSpan.FromMilliseconds(700);
    static readonly TimeSpan CheckPace = TimeSpan.FromMilliseconds(30);

    int clients;

    public static bool IsOfConnection(Exception fault) => fault is HttpRequestException or IOException or OperationCanceledException or SocketException;

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(cluster.All.SelectMany(node => new[]
    {
        ClientAsync(Pace, _ => ExecuteAsync(node.Api), stop),
        ClientAsync(Pace, _ => ExecuteAsync(node.Api), stop),
        ClientAsync(Pace, _ => RepeatAsync(node.Api), stop),
        ClientAsync(Pace, random => AgainAsync(node.Api, random), stop),
        ClientAsync(Pace, random => entries.StepAsync(node.Api, random), stop),
        ClientAsync(ImportPace, _ => workload.ImportNextAsync(node.Api), stop),
        ClientAsync(CheckPace, random => ReadAsync(node.Api, random), stop),
        ClientAsync(CheckPace, random => workload.CheckSomethingAsync(node.Api, random), stop),
        ClientAsync(CheckPace, random => workload.CheckSomethingAsync(node.Api, random), stop),
    }));

    /// <summary>On the next lead, as long as there are any.</summary>
    Task ExecuteAsync(Api api) => workload.IsThroughAll ? Task.CompletedTask : workload.ExecuteNextAsync(api);

    /// <summary>What is in doubt is repeated under its key, wherever.</summary>
    async Task RepeatAsync(Api api)
    {
        if (!workload.Doubts.TryDequeue(out var doubt)) return;
        if (doubt.Kind == DoubtKind.Execution) await workload.ExecuteAsync(api, doubt.Lead);
        else await workload.ImportAsync(api, doubt);
    }

    /// <summary>So is what may be under way elsewhere, or answered long ago.</summary>
    async Task AgainAsync(Api api, Random random)
    {
        if (workload.Begun is > 0 and var begun) await workload.ExecuteAsync(api, Math.Max(0, begun - 1 - random.Next(random.Next(2) == 0 ? 5 : 500)));
    }

    /// <summary>Who reads that a lead must not be contacted has been told so.</summary>
    async Task ReadAsync(Api api, Random random)
    {
        var lead = Math.Max(0, workload.Begun - random.Next(10));
        var answer = await api.GetAsync($"/v1/leads/{CrashWorld.LeadId(lead)}");
        if (answer.Status == HttpStatusCode.ServiceUnavailable) return;
        var flagged = answer.Expect(HttpStatusCode.OK)["doNotContact"].GetProperty("flagged").GetBoolean();
        if (flagged) history.Acknowledge($"a reading of {CrashWorld.LeadId(lead)}", CrashWorld.Points(lead));
    }

    async Task ClientAsync(TimeSpan pace, Func<Random, Task> step, CancellationToken stop)
    {
        var random = new Random((seed * 397) + Interlocked.Increment(ref clients));
        using var ticks = new PeriodicTimer(pace);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await step(random);
            }
            catch (Exception fault)
            {
                // Broken connections are what these runs are made of; any other answer than the contract has for it is not.
                if (!IsOfConnection(fault)) log.Find(fault.Message);
            }
            await ((Task)ticks.WaitForNextTickAsync(stop).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
