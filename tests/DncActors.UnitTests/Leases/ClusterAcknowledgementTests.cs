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

        var acknowledged = AcknowledgedAsync(node, Commit(node));
        while (asked != node.Log.Head) await Task.Yield();
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

        var acknowledged = AcknowledgedAsync(node, Commit(node));
        await node.PassUntilAsync(() => node.Rows.Rows.Any(row => row.Epoch == silent && row.Revoked));
        Assert.False(acknowledged.IsCompleted);
        await node.PassUntilAsync(() => acknowledged.IsCompleted);
        await acknowledged;

        // To the moment, where nothing of the machine's own time comes in between: the patience, then the lease and its margin.
        Assert.InRange(node.Time.GetElapsedTime(began), TimeSpan.FromSeconds(1 + 3.3), TimeSpan.MaxValue);
        await node.PassUntilAsync(() => !node.Rows.Rows.Any(row => row.Epoch == silent));
    }

    [Fact]
    public async Task What_no_standby_is_known_to_have_is_not_acknowledged_though_it_can_be_read()
    {
        await using var node = await StartedAsync();
        var sequence = Commit(node);
        await node.Acknowledgement.UpToAsync(sequence, CancellationToken.None);

        node.Log.Kept = sequence - 1;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => node.Acknowledgement.UpToAsync(sequence, CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task Without_the_rows_nothing_is_acknowledged()
    {
        await using var node = await StartedAsync();
        node.Rows.IsOutOfReach = true;

        var acknowledged = node.Acknowledgement.UpToAsync(Commit(node), TestContext.Current.CancellationToken).AsTask();
        await node.PassUntilAsync(() => acknowledged.IsCompleted);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => acknowledged);
        node.Rows.IsOutOfReach = false;
    }

    static long Commit(LeasedNode node)
    {
        node.Log.Committed = 2;
        node.Log.HandOver(node.Log.Batch(1, 2));
        return node.Log.Head;
    }

    /// <summary>As clients do: who is told "unsure" asks again. The test's time may run far ahead of a busy machine.</summary>
    static async Task AcknowledgedAsync(LeasedNode node, long sequence)
    {
        while (true)
        {
            try
            {
                await node.Acknowledgement.UpToAsync(sequence, TestContext.Current.CancellationToken);
                return;
            }
            catch (LedgerUnavailableException)
            {
            }
        }
    }

    static async Task<LeasedNode> StartedAsync()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var node = new LeasedNode(new(LeasedNode.SomeLog()) { Committed = 1 }, time, new(time));
        await node.StartAsync();
        return node;
    }
}
