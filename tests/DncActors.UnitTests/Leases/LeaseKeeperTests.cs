using DncActors.Domain.Ledger;
using DncActors.UnitTests.Following;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Leases;

public sealed class LeaseKeeperTests
{
    [Fact]
    public async Task A_node_answers_once_it_has_a_row_and_the_log_and_gives_the_row_back_when_it_stops()
    {
        var node = Node(out var log);
        log.Committed = 2;
        Assert.False(node.Keeper.Test().Holds);
        Assert.NotNull(node.Keeper.WhyNot);

        await node.StartAsync();

        Assert.Null(node.Keeper.WhyNot);
        Assert.Single(node.Rows.Rows);
        Assert.InRange(node.Keeper.Test().NowMilliseconds, 1, node.Time.GetUtcNow().ToUnixTimeMilliseconds());

        await node.DisposeAsync();

        Assert.False(node.Keeper.Test().Holds);
        Assert.Empty(node.Rows.Rows);
    }

    [Fact]
    public async Task A_node_cut_from_the_database_stops_answering_and_answers_again_when_it_is_back()
    {
        await using var node = Node(out _);
        await node.StartAsync();

        node.Rows.IsOutOfReach = true;
        await node.PassUntilAsync(() => !node.Keeper.Test().Holds);
        Assert.Contains("run out", node.Keeper.WhyNot, StringComparison.Ordinal);

        node.Rows.IsOutOfReach = false;
        await node.PassUntilAsync(() => node.Keeper.Test().Holds);
    }

    [Fact]
    public async Task A_node_whose_row_is_revoked_deletes_it_and_takes_another()
    {
        await using var node = Node(out _);
        await node.StartAsync();
        var first = Assert.Single(node.Rows.Rows);

        await node.Rows.RevokeAsync(first.Node, first.Epoch, CancellationToken.None);
        await node.PassUntilAsync(() => node.Rows.Rows is [{ Revoked: false } row] && row.Epoch > first.Epoch && node.Keeper.Test().Holds);
    }

    [Fact]
    public async Task A_push_is_applied_before_it_is_answered_and_one_behind_a_gap_after_the_gap_is_read()
    {
        await using var node = Node(out var log);
        await node.StartAsync();
        var epoch = node.Rows.Rows[0].Epoch;

        log.Committed = 2;
        var answer = await node.Keeper.AnswerAsync("self", epoch, log.Batch(1, 2));

        Assert.Equal(new(false, log.Head), answer);
        Assert.Null(await node.Keeper.AnswerAsync("another", epoch, log.Batch(1, 2)));
        Assert.True((await node.Keeper.AnswerAsync("self", epoch + 7, log.Batch(1, 2)))!.IsOver);
    }

    [Fact]
    public async Task A_log_that_ends_before_what_was_applied_ends_the_process()
    {
        await using var node = Node(out var log);
        log.Committed = 2;
        await node.StartAsync();

        log.Committed = 1;
        await node.PassUntilAsync(() => node.Host.ApplicationStopping.IsCancellationRequested);

        Assert.False(node.Keeper.Test().Holds);
    }

    [Fact]
    public async Task Another_log_ends_the_process_however_long_it_is_and_nothing_is_acknowledged_by_it()
    {
        await using var node = Node(out var log);
        log.Committed = 2;
        await node.StartAsync();
        var known = log.Head;
        await node.Acknowledgement.UpToAsync(known, CancellationToken.None);

        log.Log = FollowedLog.OtherLog;
        log.Committed = 4;
        await node.PassUntilAsync(() => node.Host.ApplicationStopping.IsCancellationRequested);

        Assert.False(node.Keeper.Test().Holds);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => node.Acknowledgement.UpToAsync(known, CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task What_comes_of_another_log_is_neither_applied_nor_answered()
    {
        await using var node = Node(out var log);
        await node.StartAsync();
        var epoch = node.Rows.Rows[0].Epoch;
        log.Committed = 2;

        Assert.Null(await node.Keeper.AnswerAsync("self", epoch, log.Batch(0, 2) with { Log = FollowedLog.OtherLog }));
        Assert.Equal(0, node.Applied);

        Assert.Equal(new(false, log.Head), await node.Keeper.AnswerAsync("self", epoch, log.Batch(0, 2) with { Log = log.Started }));
        Assert.Equal(log.Head, node.Applied);
    }

    static LeasedNode Node(out FollowedLog log)
    {
        log = new(LeasedNode.SomeLog());
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        return new(log, time, new(time));
    }
}
