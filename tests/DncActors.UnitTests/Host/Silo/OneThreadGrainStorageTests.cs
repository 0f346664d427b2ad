using System.Collections.Concurrent;
using DncActors.Host.Silo;
using Orleans.Storage;

namespace DncActors.UnitTests.Host.Silo;

public sealed class OneThreadGrainStorageTests
{
    static readonly GrainId _grain = GrainId.Create("shard", "0");

    [Fact]
    public async Task Whoever_asks_is_not_held_up_and_one_is_asked_for_after_the_other_on_a_thread_that_is_not_the_pools()
    {
        using var inner = new BlockingStorage();
        using var storage = new OneThreadGrainStorage(inner);
        var writes = Enumerable.Range(0, 64).Select(i => storage.WriteStateAsync($"state {i}", _grain, new GrainState<string>())).ToArray();
        Assert.DoesNotContain(writes, write => write.IsCompleted);

        inner.Go();
        await Task.WhenAll(writes);

        Assert.Equal(Enumerable.Range(0, 64).Select(i => $"state {i}"), inner.Written);
        Assert.Equal(1, inner.MostAtOnce);
        var thread = Assert.Single(inner.Threads.Distinct());
        Assert.Equal("dnc-grains", thread.Name);
        Assert.False(thread.IsThreadPoolThread);
    }

    [Fact]
    public async Task A_grain_that_comes_to_life_does_not_wait_for_those_that_save()
    {
        using var inner = new BlockingStorage();
        using var storage = new OneThreadGrainStorage(inner);
        var writes = Enumerable.Range(0, 3).Select(i => storage.WriteStateAsync($"state {i}", _grain, new GrainState<string>())).ToArray();
        var read = storage.ReadStateAsync("read", _grain, new GrainState<string>());
        inner.Go();
        await Task.WhenAll(writes);
        await Assert.ThrowsAsync<InconsistentStateException>(() => read);
        // Behind the first at most, which may have been under way.
        Assert.InRange(inner.WrittenBeforeTheRead, 0, 1);
    }

    [Fact]
    public async Task A_fault_is_the_asking_grains_own_and_the_next_is_served()
    {
        using var inner = new BlockingStorage();
        using var storage = new OneThreadGrainStorage(inner);
        inner.Go();
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ReadStateAsync("state", _grain, new GrainState<string>()));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("state", _grain, new GrainState<string>()));
        await storage.WriteStateAsync("state", _grain, new GrainState<string>());
        Assert.Equal(["state"], inner.Written);
    }

    [Fact]
    public async Task What_was_asked_before_the_end_is_done_and_what_is_asked_behind_it_fails()
    {
        using var inner = new BlockingStorage();
        var storage = new OneThreadGrainStorage(inner);
        var before = storage.WriteStateAsync("state", _grain, new GrainState<string>());
        storage.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => storage.WriteStateAsync("late", _grain, new GrainState<string>()));
        inner.Go();
        await before;
        Assert.Equal(["state"], inner.Written);
    }

    /// <summary>Blocks its thread until it may go, as a driver without asynchronous reading does; reads and clears nothing.</summary>
    sealed class BlockingStorage : IGrainStorage, IDisposable
    {
        readonly ManualResetEventSlim _mayGo = new();
        int _atOnce;

        public ConcurrentQueue<string> Written { get; } = [];

        public ConcurrentQueue<Thread> Threads { get; } = [];

        public int MostAtOnce { get; private set; }

        public int WrittenBeforeTheRead { get; private set; } = -1;

        public void Go() => _mayGo.Set();

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            WrittenBeforeTheRead = Written.Count;
            return Task.FromException(new InconsistentStateException("Nobody knows."));
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new InconsistentStateException("Nobody knows.");

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
            _mayGo.Wait(TestContext.Current.CancellationToken);
            Written.Enqueue(stateName);
            Threads.Enqueue(Thread.CurrentThread);
            Interlocked.Decrement(ref _atOnce);
            return Task.CompletedTask;
        }

        public void Dispose() => _mayGo.Dispose();
    }
}
