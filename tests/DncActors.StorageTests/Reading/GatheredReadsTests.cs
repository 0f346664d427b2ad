using DncActors.Domain.Ledger;
using DncActors.Storage.Reading;

namespace DncActors.StorageTests.Reading;

public sealed class GatheredReadsTests
{
    [Fact]
    public async Task So_many_may_wait_and_more_are_refused_at_once()
    {
        var (gate, sizes) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new List<int>());
        var reads = new GatheredReads<int, int>(
            async asks =>
            {
                sizes.Add(asks.Count);
                await gate.Task;
                return [.. asks.Select(a => 2 * a)];
            },
            most: 2,
            capacity: 3,
            ReadKind.Lead,
            new ReadInstruments());
        var first = reads.AskAsync(0);
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
}
