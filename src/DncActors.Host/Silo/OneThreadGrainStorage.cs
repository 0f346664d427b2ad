using Orleans.Storage;

namespace DncActors.Host.Silo;

/// <summary>
/// Grain storage whose driver blocks whoever asks, on a thread of its own, one request after the other. On the pool's threads, of which there are as many as
/// processors, the shards of the list take all of them when they save, and wait for each other's lock in steps of 150 ms: every check stood still meanwhile.
/// </summary>
sealed class OneThreadGrainStorage : IGrainStorage, IDisposable
{
    readonly IGrainStorage _storage;

    /// <summary>Guards the lines, which are bounded by the grains that keep something: each asks for one thing at a time.</summary>
    readonly object _gate = new();

    /// <summary>First: somebody waits for the grain that comes to life with what is read, and nobody for a saving.</summary>
    readonly Queue<Action> _reads = new();
    readonly Queue<Action> _writes = new();
    bool _ended;

    public OneThreadGrainStorage(IGrainStorage storage)
    {
        _storage = storage;
        // Not in the trace of the grain that happened to be the first.
        new Thread(Run) { Name = "dnc-grains", IsBackground = true }.UnsafeStart();
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        AskAsync(_reads, () => _storage.ReadStateAsync(stateName, grainId, grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        AskAsync(_writes, () => _storage.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        AskAsync(_writes, () => _storage.ClearStateAsync(stateName, grainId, grainState));

    /// <summary>What was asked before is still done, if the process lives that long; what is asked from here on fails.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            Monitor.Pulse(_gate);
        }
    }

    Task AskAsync(Queue<Action> line, Func<Task> ask)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            line.Enqueue(() => _ = AnswerAsync(ask, answer));
            Monitor.Pulse(_gate);
        }
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
        while (Next() is { } asked) asked();
    }

    /// <summary>Null at the end.</summary>
    Action? Next()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_reads.TryDequeue(out var next) || _writes.TryDequeue(out next)) return next;
                if (_ended) return null;
                Monitor.Wait(_gate);
            }
        }
    }
}
