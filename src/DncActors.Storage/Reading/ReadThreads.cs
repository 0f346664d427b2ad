using DncActors.Domain.Ledger;

namespace DncActors.Storage.Reading;

/// <summary>A few threads with a connection each, for reads that block: the thread pool has none of its threads held up by a database.</summary>
internal sealed class ReadThreads<TSession> : IDisposable
    where TSession : class, IDisposable
{
    readonly object _gate = new();
    readonly Queue<IWork> _waiting = new();
    readonly int _capacity;
    readonly Func<TSession> _open;
    readonly Thread[] _threads;
    bool _closed;

    /// <param name="name">What the threads are called in a dump.</param>
    /// <param name="capacity">How many reads may wait; more are refused.</param>
    /// <param name="open">Makes a thread's connection, and a new one after a failure.</param>
    public ReadThreads(string name, int threads, int capacity, Func<TSession> open)
    {
        _capacity = capacity;
        _open = open;
        _threads = [.. Enumerable.Range(0, threads).Select(i => new Thread(Run) { Name = $"{name}-{i}", IsBackground = true })];
    }

    /// <summary>What is asked for before waits until then.</summary>
    public void Start()
    {
        foreach (var thread in _threads) thread.Start();
    }

    /// <summary>Reads on one of the threads.</summary>
    /// <exception cref="LedgerUnavailableException">Too many reads wait, or the database could not be read.</exception>
    public Task<T> ReadAsync<T>(Func<TSession, T> read, CancellationToken cancellation)
    {
        var work = new Work<T>(read, cancellation);
        return Add(work) ? work.Answer : Task.FromException<T>(new LedgerUnavailableException($"{_capacity} reads wait already; try again later."));
    }

    /// <summary>Lets what waits be read, then ends the threads and waits for them.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
        foreach (var thread in _threads.Where(t => t.IsAlive)) thread.Join();
    }

    bool Add(IWork work)
    {
        lock (_gate)
        {
            if (_closed || _waiting.Count >= _capacity) return false;
            _waiting.Enqueue(work);
            Monitor.Pulse(_gate);
        }
        return true;
    }

    void Run()
    {
        TSession? session = null;
        while (Next() is { } work)
        {
            try
            {
                session ??= _open();
                work.Do(session);
            }
#pragma warning disable CA1031 // Whatever it is, who asked must hear of it, and the thread must live on with a new connection.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                session?.Dispose();
                session = null;
                work.Fail(fault);
            }
        }
        session?.Dispose();
    }

    IWork? Next()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closed) return null;
                Monitor.Wait(_gate);
            }
            return _waiting.Dequeue();
        }
    }

    interface IWork
    {
        void Do(TSession session);

        void Fail(Exception fault);
    }

    sealed class Work<T>(Func<TSession, T> read, CancellationToken cancellation) : IWork
    {
        readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Answer => _answer.Task;

        public void Do(TSession session)
        {
            if (cancellation.IsCancellationRequested) _answer.TrySetCanceled(cancellation);
            else _answer.TrySetResult(read(session));
        }

        public void Fail(Exception fault) => _answer.TrySetException(fault is LedgerUnavailableException or Domain.Paging.BadCursorException
            ? fault
            : new LedgerUnavailableException("The store could not be read.", fault));
    }
}
