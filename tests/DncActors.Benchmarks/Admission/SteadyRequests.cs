using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace DncActors.Benchmarks.Admission;

/// <summary>Requests at a steady rate: one is sent when its time has come and not when the last one is done, so that no wait hides behind another.</summary>
/// <param name="make">A request, by its number.</param>
sealed class SteadyRequests(HttpClient http, int perSecond, Func<int, HttpRequestMessage> make)
{
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);

    readonly ConcurrentBag<double> _waits = [];
    int _sent;
    int _failed;

    /// <summary>Until the length is over and everything is answered.</summary>
    public async Task RunAsync(TimeSpan length)
    {
        _waits.Clear();
        _failed = 0;
        var sending = new List<Task>();
        var began = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(Tick);
        for (var due = 0; Stopwatch.GetElapsedTime(began) is var now && now < length; await ticks.WaitForNextTickAsync())
        {
            for (; due < now.TotalSeconds * perSecond; due++) sending.Add(SendAsync(_sent++));
        }
        await Task.WhenAll(sending);
    }

    public override string ToString()
    {
        var waits = _waits.Order().ToArray();
        return waits.Length == 0 ? "none answered" : string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {waits[waits.Length / 2]:N1} ms, p99 {waits[waits.Length * 99 / 100]:N1} ms, longest {waits[^1]:N1} ms, failed {_failed} of {waits.Length}");
    }

    async Task SendAsync(int number)
    {
        using var request = make(number);
        var since = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        _waits.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        if (!answer.IsSuccessStatusCode) Interlocked.Increment(ref _failed);
    }
}
