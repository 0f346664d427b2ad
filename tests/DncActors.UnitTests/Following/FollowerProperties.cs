using CsCheck;
using DncActors.Domain.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Following;

public sealed class FollowerProperties
{
    [Fact]
    public async Task A_follower_that_starts_anywhere_and_is_handed_anything_ends_in_the_same_state() =>
        await Gen.Select(SomeChanges.Gen, Gen.Int[0, 100], Gen.Int[0, 100], Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 20]).SampleAsync(
            async (changes, atStart, whileLoading, batches) =>
            {
                var log = new FollowedLog(changes) { Committed = atStart * changes.Length / 100 };
                log.WhileLoading = () => log.Committed = Math.Max(log.Committed, whileLoading * changes.Length / 100);
                await using var run = new FollowerRun(log);
                await run.StartAsync();
                foreach (var batch in batches)
                {
                    // Doubled, overlapping, out of order, with holes before it: whatever two numbers give.
                    var (from, to) = (Math.Min(batch.Item1, batch.Item2) * changes.Length / 100, Math.Max(batch.Item1, batch.Item2) * changes.Length / 100);
                    if (from == to) continue;
                    log.Committed = Math.Max(log.Committed, to);
                    log.HandOver(log.Batch(from, to));
                }
                log.Committed = changes.Length;
                await run.CatchUpAsync();
                return run.Describe() == FollowerRun.Expected(changes) && run.Follower.Applied == log.Head;
            },
            iter: 300,
            threads: 1);

    [Fact]
    public async Task Batches_in_order_are_applied_before_they_are_answered()
    {
        var changes = SomeChanges.Gen.Single();
        var log = new FollowedLog(changes);
        await using var run = new FollowerRun(log);
        await run.StartAsync();
        await run.CatchUpAsync();
        while (!run.Follower.Ready) await Task.Yield();

        for (var i = 0; i < changes.Length; i++)
        {
            log.Committed = i + 1;
            log.HandOver(log.Batch(i, i + 1));
            Assert.Equal(changes[i].Sequence, run.Follower.Applied);
        }
    }

    [Fact]
    public async Task A_follower_is_not_ready_before_it_has_read_the_log_to_its_head()
    {
        var changes = SomeChanges.Gen.Single();
        var log = new FollowedLog(changes) { Committed = changes.Length };
        await using var run = new FollowerRun(log);
        Assert.NotNull(run.Follower.WhyNot);
        log.WhileLoading = () => Assert.NotNull(run.Follower.WhyNot);

        await run.StartAsync();
        await run.CatchUpAsync();
        while (!run.Follower.Ready) await Task.Yield();

        Assert.Null(run.Follower.WhyNot);
        Assert.Equal(log.Head, run.Follower.Applied);
    }

    [Fact]
    public async Task A_loading_that_breaks_off_leaves_nothing_behind_that_was_revoked_before_the_next()
    {
        await Gen.Select(SomeChanges.Gen, Gen.Int[0, 100]).SampleAsync(
            async (changes, atStart) =>
            {
                var time = new FakeTimeProvider();
                var log = new FollowedLog(changes) { Committed = atStart * changes.Length / 100 };
                log.BehindTheBlocks = () =>
                {
                    if (log.Committed == changes.Length) return;
                    log.Committed = changes.Length;
                    throw new LedgerUnavailableException("The database is gone.");
                };
                await using var run = new FollowerRun(log, time);
                await run.StartAsync();
                while (!run.Follower.Ready)
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    await Task.Yield();
                }
                return run.Describe() == FollowerRun.Expected(changes);
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public async Task What_comes_early_is_applied_behind_what_it_follows_on_and_nothing_is_read_for_it()
    {
        var changes = SomeChanges.Gen.Where(c => c.Length > 2).Single();
        var log = new FollowedLog(changes) { Committed = 1 };
        await using var run = new FollowerRun(log, new FakeTimeProvider());
        await run.StartAsync();
        await run.CatchUpAsync();
        while (!run.Follower.Ready) await Task.Yield();
        var pages = log.Pages;

        log.Committed = changes.Length;
        for (var last = changes.Length; last > 2; last--) log.HandOver(log.Batch(last - 1, last));
        Assert.Equal(changes[0].Sequence, run.Follower.Applied);
        var waiting = run.Follower.WaitUntilAppliedAsync(log.Head, TestContext.Current.CancellationToken);
        log.HandOver(log.Batch(1, 2));
        // As many as are kept; what is beyond comes again, or would be read.
        for (var next = 3; next <= changes.Length; next++) log.HandOver(log.Batch(next - 1, next));

        await waiting;
        Assert.Equal(pages, log.Pages);
        Assert.Equal(FollowerRun.Expected(changes), run.Describe());
    }

    [Fact]
    public async Task What_does_not_come_soon_is_read_from_the_log()
    {
        var changes = SomeChanges.Gen.Where(c => c.Length > 2).Single();
        var (time, log) = (new FakeTimeProvider(), new FollowedLog(changes) { Committed = 1 });
        await using var run = new FollowerRun(log, time);
        await run.StartAsync();
        await run.CatchUpAsync();
        while (!run.Follower.Ready) await Task.Yield();

        log.Committed = changes.Length;
        log.HandOver(log.Batch(changes.Length - 1, changes.Length));
        while (run.Follower.Applied < log.Head)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
        Assert.Equal(FollowerRun.Expected(changes), run.Describe());
    }

    [Fact]
    public async Task Who_waits_for_a_commit_that_nobody_handed_over_gets_it_from_the_log()
    {
        var changes = SomeChanges.Gen.Single();
        var log = new FollowedLog(changes);
        await using var run = new FollowerRun(log);
        await run.StartAsync();

        log.Committed = changes.Length;
        await run.Follower.WaitUntilAppliedAsync(log.Head, TestContext.Current.CancellationToken);

        Assert.Equal(FollowerRun.Expected(changes), run.Describe());
    }
}
