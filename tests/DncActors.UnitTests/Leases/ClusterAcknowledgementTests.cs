using DncActors.Domain.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Leases;

public sealed class ClusterAcknowledgementTests
{
    [Fact]
    public async Task A_commit_is_acknowledged_when_the_other_node_says_that_it_has_it()
    {
        await using var node = await StartedAsync();
        await node.Rows.TakeAsync("other", "there", 0, CancellationToken.None);
        var asked = 0L;
        node.Peers = (_, batch) =>
        {
            asked = batch.UpTo;
            return null;
        };

        var acknowledged = Commit(node, out var sequence);
        await node.PassUntilAsync(() => asked == sequence);
        Assert.False(acknowledged.IsCompleted);

        node.Peers = (_, batch) => new(false, batch.UpTo);
        await node.PassUntilAsync(() => acknowledged.IsCompleted);
        await acknowledged;
        Assert.Equal(2, node.Rows.Rows.Length);
    }

    [Fact]
    public async Task A_silent_node_is_revoked_and_waited_out_before_the_commit_is_acknowledged()
    {
        await using var node = await StartedAsync();
        var silent = await node.Rows.TakeAsync("other", "there", 0, CancellationToken.None);
        var began = node.Time.GetTimestamp();

        var acknowledged = Commit(node, out _);
        await node.PassUntilAsync(() => node.Rows.Rows.Any(row => row.Epoch == silent && row.Revoked));
        Assert.False(acknowledged.IsCompleted);
        await node.PassUntilAsync(() => acknowledged.IsCompleted);
        await acknowledged;

        Assert.True(node.Time.GetElapsedTime(began) > TimeSpan.FromSeconds(1 + 3.3));
        await node.PassUntilAsync(() => !node.Rows.Rows.Any(row => row.Epoch == silent));
    }

    [Fact]
    public async Task Without_the_rows_nothing_is_acknowledged()
    {
        await using var node = await StartedAsync();
        node.Rows.IsOutOfReach = true;

        var acknowledged = Commit(node, out _);
        await node.PassUntilAsync(() => acknowledged.IsCompleted);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => acknowledged);
        node.Rows.IsOutOfReach = false;
    }

    static Task Commit(LeasedNode node, out long sequence)
    {
        node.Log.Committed = 2;
        node.Log.HandOver(node.Log.Batch(1, 2));
        sequence = node.Log.Head;
        return node.Acknowledgement.UpToAsync(sequence, TestContext.Current.CancellationToken).AsTask();
    }

    static async Task<LeasedNode> StartedAsync()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var node = new LeasedNode(new(LeasedNode.SomeLog()) { Committed = 1 }, time, new(time));
        await node.StartAsync();
        return node;
    }
}
