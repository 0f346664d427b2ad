using System.Diagnostics;
using DncActors.Domain.Ledger;
using DncActors.Domain.Telemetry;

namespace DncActors.Storage.Reading;

/// <summary>
/// Makes one short read of all that is asked for at the same time: what comes while a read is under way goes into the next. A read begins behind what waits in
/// the pool, so that requests that came together go into one and the first does not go alone.
/// </summary>
/// <param name="answer">Answers the asks, in their order, each from one snapshot.</param>
/// <param name="most">How many asks go into one read.</param>
/// <param name="capacity">How many asks may wait; more are refused.</param>
internal sealed class GatheredReads<TAsk, TAnswer>(
    Func<IReadOnlyList<TAsk>, Task<IReadOnlyList<TAnswer>>> answer, int most, int capacity, ReadKind kind, ReadInstruments instruments)
{
    static readonly ActivitySource _source = new(TelemetryNames.ActivitySource);

    readonly Lock _gate = new();
    readonly Queue<(TAsk Ask, TaskCompletionSource<TAnswer> Answer, Activity? Span)> _waiting = new();
    bool _scheduled;

    /// <exception cref="LedgerUnavailableException">Too many asks wait.</exception>
    public Task<TAnswer> AskAsync(TAsk ask) => Activity.Current is { Recorded: true } ? AskTracedAsync(ask) : AskAsync(ask, null);

    async Task<TAnswer> AskTracedAsync(TAsk ask)
    {
        using var span = _source.StartActivity("dnc.read");
        return await AskAsync(ask, span).ConfigureAwait(false);
    }

    Task<TAnswer> AskAsync(TAsk ask, Activity? span)
    {
        var waiter = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_waiting.Count >= capacity)
                return Task.FromException<TAnswer>(new LedgerUnavailableException($"{capacity} reads wait already; try again later."));
            _waiting.Enqueue((ask, waiter, span));
            if (_scheduled) return waiter.Task;
            _scheduled = true;
        }
        Schedule();
        return waiter.Task;
    }

    void Schedule() => ThreadPool.UnsafeQueueUserWorkItem(static reads => _ = reads.ReadAsync(), this, preferLocal: false);

    async Task ReadAsync()
    {
        var taken = Take();
        if (taken.Count == 0) return;
        try
        {
            var asks = taken.ConvertAll(t => t.Ask);
            var began = Stopwatch.GetTimestamp();
            // In the trace of one who asked.
            Activity.Current = taken.Find(t => t.Span is not null).Span;
            var answers = await answer(asks).ConfigureAwait(false);
            instruments.Read(kind, taken.Count, Stopwatch.GetElapsedTime(began));
            for (var i = 0; i < taken.Count; i++) taken[i].Answer.TrySetResult(answers[i]);
        }
#pragma warning disable CA1031 // It is handed to everybody who asked.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var (_, waiter, _) in taken) waiter.TrySetException(fault);
        }
        Schedule();
    }

    List<(TAsk Ask, TaskCompletionSource<TAnswer> Answer, Activity? Span)> Take()
    {
        var taken = new List<(TAsk, TaskCompletionSource<TAnswer>, Activity?)>();
        lock (_gate)
        {
            while (taken.Count < most && _waiting.TryDequeue(out var next)) taken.Add(next);
            if (taken.Count == 0) _scheduled = false;
        }
        return taken;
    }
}
