using System.Collections.Concurrent;
using Orleans.Storage;

namespace DncActors.Host.Silo;

/// <summary>
/// Grain storage whose driver blocks whoever asks, on a thread of its own, one request after the other. On the pool's threads, of which there are as many as
/// processors, the shards of the list take all of them when they save, and wait for each other's lock in steps of 150 ms: every check stood still meanwhile.
/// </summary>
sealed class OneThreadGrainStorage : IGrainStorage, IDisposable
{
    readonly IGrainStorage _storage;

    /// <summary>Bounded by the grains that keep something: each asks for one thing at a time.</summary>
    readonly BlockingCollection<Action> _asked = [];

    public OneThreadGrainStorage(IGrainStorage storage)
    {
        _storage = storage;
        new Thread(Run) { Name = "dnc-grains", IsBackground = true }.Start();
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        AskAsync(() => _storage.ReadStateAsync(stateName, grainId, grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        AskAsync(() => _storage.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        AskAsync(() => _storage.ClearStateAsync(stateName, grainId, grainState));

    /// <summary>What was asked before is still done; what is asked from here on fails.</summary>
    public void Dispose() => _asked.CompleteAdding();

    Task AskAsync(Func<Task> ask)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked.Add(() => _ = AnswerAsync(ask, answer));
        return answer.Task;
    }

    /// <summary>Done when it returns, where the driver blocks.</summary>
    static async Task AnswerAsync(Func<Task> ask, TaskCompletionSource answer)
    {
        try
        {
            await ask();
            answer.SetResult();
        }
#pragma warning disable CA1031 // It is the asking grain's to know, and the thread must live on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            answer.SetException(fault);
        }
    }

    void Run()
    {
        foreach (var asked in _asked.GetConsumingEnumerable()) asked();
        _asked.Dispose();
    }
}
