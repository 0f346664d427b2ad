using System.Collections.Concurrent;

namespace DncActors.Grains.Sessions;

/// <summary>
/// Where passwords are hashed, which takes a good part of a second of a processor each: few threads of their own and of low priority, and a short line before
/// them, so that a burst of signing in costs the checks nothing.
/// </summary>
sealed class PasswordThreads : IDisposable
{
    const int MostWaiting = 64;

    readonly BlockingCollection<Action> _work = new(MostWaiting);

    public PasswordThreads()
    {
        foreach (var number in Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 4)))
            new Thread(Run) { Name = $"passwords-{number}", IsBackground = true, Priority = ThreadPriority.BelowNormal }.Start();
    }

    /// <summary>Null: too many wait, and nothing is done.</summary>
    public Task<T>? TryRun<T>(Func<T> work)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _work.TryAdd(() => Do(work, answer)) ? answer.Task : null;
    }

    /// <summary>The threads end when what waits is done.</summary>
    public void Dispose() => _work.CompleteAdding();

    static void Do<T>(Func<T> work, TaskCompletionSource<T> answer)
    {
        try
        {
            answer.SetResult(work());
        }
#pragma warning disable CA1031 // Whatever it is, who asked must hear of it, and the thread must live on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            answer.SetException(fault);
        }
    }

    void Run()
    {
        foreach (var work in _work.GetConsumingEnumerable()) work();
    }
}
