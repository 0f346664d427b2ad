using DncActors.Domain.Ledger;
using DncActors.Storage.Reading;

namespace DncActors.StorageTests.Reading;

public sealed class GatheredReadsTests
{
    [Fact]
    public async Task So_many_may_wait_and_more_are_refused_at_once()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sizes = new List<int>();
        var reads = new GatheredReads<int, int>(
            async asks =>
            {
                sizes.Add(asks.Count);
                begun.TrySetResult();
                await gate.Task;
                return [.. asks.Select(a => 2 * a)];
            },
            most: 2,
            capacity: 3,
            ReadKind.Lead,
            new ReadInstruments());
        var first = reads.AskAsync(0);
        await begun.Task;
        var waiting = Enumerable.Range(1, 3).Select(reads.AskAsync).ToArray();

        var refused = reads.AskAsync(4);

        Assert.True(refused.IsFaulted);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => refused);
        gate.SetResult();
        var answers = await Task.WhenAll([first, .. waiting]);
        Assert.Equal([0, 2, 4, 6], answers);
        Assert.Equal(10, await reads.AskAsync(5));
        Assert.Equal([1, 2, 1, 1], sizes);
    }

    /// <summary>Nobody who asks is held up by making the read: others that came with it get to ask meanwhile.</summary>
    [Fact]
    public async Task Whoever_asks_first_does_not_make_the_read_before_it_goes_on()
    {
        using var asked = new ManualResetEventSlim();
        var reads = new GatheredReads<int, int>(
            asks =>
            {
                if (!asked.Wait(TimeSpan.FromSeconds(10))) throw new TimeoutException("Who asked first was held up by the read.");
                return Task.FromResult<IReadOnlyList<int>>([.. asks.Select(a => 2 * a)]);
            },
            most: 8,
            capacity: 8,
            ReadKind.Lead,
            new ReadInstruments());

        Task<int>[] answers = [reads.AskAsync(0), reads.AskAsync(1), reads.AskAsync(2)];
        asked.Set();

        var all = await Task.WhenAll(answers);
        Assert.Equal([0, 2, 4], all);
    }
}
