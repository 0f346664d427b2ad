using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using DncActors.Benchmarks.Load;
using DncActors.Client;
using DncActors.Client.Errors;
using DncActors.Client.Json;

namespace DncActors.Benchmarks.Cluster;

/// <summary>
/// Executions at a steady rate, whoever answers or not: a new one is sent when its time has come and not when the last one is done, so that no wait hides
/// behind another. A client's view: an answer that is none is asked for again, at the next node, under the same key.
/// </summary>
sealed class SteadyExecutions(BenchWorld world, int perSecond, TimeProvider time)
{
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);
    static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    /// <summary>What nobody has answered by then counts as never.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ConcurrentBag<(TimeSpan Sent, TimeSpan Waited)> _done = [];
    readonly ConcurrentDictionary<string, int> _triedAgain = new(StringComparer.Ordinal);
    long _lead;

    /// <summary>Each execution: when it was sent, counted from the beginning of its run, and how long its client waited for the acknowledgement.</summary>
    public IEnumerable<(TimeSpan Sent, TimeSpan Waited)> Done => _done;

    /// <summary>How often a try brought no acknowledgement, by what it brought.</summary>
    public IReadOnlyDictionary<string, int> TriedAgain => _triedAgain;

    /// <param name="at">Happens so long after the beginning.</param>
    public async Task RunAsync(IReadOnlyList<ServerProcess> nodes, TimeSpan length, TimeSpan at, Func<Task> happens)
    {
        _done.Clear();
        _triedAgain.Clear();
        var sending = new List<Task>();
        var (began, sent, happening) = (Stopwatch.GetTimestamp(), 0, (Task?)null);
        using var ticks = new PeriodicTimer(Tick, time);
        while (Stopwatch.GetElapsedTime(began) is var now && now < length)
        {
            if (now >= at) happening ??= happens();
            for (; sent < now.TotalSeconds * perSecond; sent++) sending.Add(ExecuteAsync(nodes, sent, began));
            await ticks.WaitForNextTickAsync();
        }
        await Task.WhenAll(sending);
        await (happening ?? Task.CompletedTask);
    }

    async Task ExecuteAsync(IReadOnlyList<ServerProcess> nodes, int number, long began)
    {
        var path = $"/v1/leads/{BenchWorld.LeadId((int)Interlocked.Increment(ref _lead))}/actions/{world.Action}/executions";
        var since = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(BetweenTries, time);
        for (var tries = 0; Stopwatch.GetElapsedTime(since) < Patience; tries++)
        {
            if (await TryAsync(nodes[(number + tries) % nodes.Count].Http, path, $"steady-{number}") is not { } why)
            {
                _done.Add((Stopwatch.GetElapsedTime(began, since), Stopwatch.GetElapsedTime(since)));
                return;
            }
            _triedAgain.AddOrUpdate(why, 1, (_, count) => count + 1);
            await ticks.WaitForNextTickAsync();
        }
        throw new InvalidOperationException($"An execution was not acknowledged within {Patience}.");
    }

    /// <returns>Null for an acknowledgement, else what came instead.</returns>
    static async Task<string?> TryAsync(HttpClient http, string path, string key)
    {
        using var body = new StringContent("""{"note":"said stop"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.Add(DncHeaders.IdempotencyKey, key);
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK ? null : $"{(int)answer.StatusCode} {await RuleAsync(answer)}";
        }
        catch (HttpRequestException broken)
        {
            return broken.HttpRequestError.ToString();
        }
    }

    static async Task<string> RuleAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<ProblemModel>(DncJson.Lenient) is { } problem ? problem.Rule ?? problem.Type ?? "" : "";
}
