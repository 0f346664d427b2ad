using DncActors.Domain.Ledger;

namespace DncActors.Storage.Reading;

/// <summary>Makes one short read of all that is asked for at the same time: what comes while a read is under way goes into the next.</summary>
/// <param name="answer">Answers the asks, in their order, from one snapshot.</param>
/// <param name="most">How many asks go into one read.</param>
/// <param name="capacity">How many asks may wait; more are refused.</param>
internal sealed class GatheredReads<TAsk, TAnswer>(Func<IReadOnlyList<TAsk>, Task<IReadOnlyList<TAnswer>>> answer, int most, int capacity)
{
    readonly Lock _gate = new();
    readonly Queue<(TAsk Ask, TaskCompletionSource<TAnswer> Answer)> _waiting = new();
    bool _scheduled;

    /// <exception cref="LedgerUnavailableException">Too many asks wait.</exception>
    public Task<TAnswer> AskAsync(TAsk ask)
    {
        var waiter = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_waiting.Count >= capacity)
                return Task.FromException<TAnswer>(new LedgerUnavailableException($"{capacity} reads wait already; try again later."));
            _waiting.Enqueue((ask, waiter));
            if (_scheduled) return waiter.Task;
            _scheduled = true;
        }
        _ = ReadAllAsync();
        return waiter.Task;
    }

    async Task ReadAllAsync()
    {
        while (Take() is { Count: > 0 } taken)
        {
            try
            {
                var asks = taken.ConvertAll(t => t.Ask);
                var answers = await answer(asks).ConfigureAwait(false);
                for (var i = 0; i < taken.Count; i++) taken[i].Answer.TrySetResult(answers[i]);
            }
#pragma warning disable CA1031 // It is handed to everybody who asked.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                foreach (var (_, waiter) in taken) waiter.TrySetException(fault);
            }
        }
    }

    List<(TAsk Ask, TaskCompletionSource<TAnswer> Answer)> Take()
    {
        var taken = new List<(TAsk, TaskCompletionSource<TAnswer>)>();
        lock (_gate)
        {
            while (taken.Count < most && _waiting.TryDequeue(out var next)) taken.Add(next);
            if (taken.Count == 0) _scheduled = false;
        }
        return taken;
    }
}
