using CsCheck;
using DncActors.Gateway.Admission;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.Admission;

public sealed class KeyLimitTests
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly FakeTimeProvider time = new();

    [Fact]
    public void Nothing_is_counted_where_there_is_no_limit()
    {
        var limit = new KeyLimit(0, time);
        Assert.All(Enumerable.Range(0, 10_000), _ => Assert.Equal(0, limit.TryTake("acme", "k", 100_000)));
        Assert.False(limit.IsOn);
        Assert.Equal(0, limit.Kept);
    }

    [Fact]
    public void A_key_may_do_a_seconds_worth_at_once_and_then_waits_for_more()
    {
        var limit = new KeyLimit(5, time);
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(0, limit.TryTake("acme", "k", 1)));
        Assert.Equal(1, limit.TryTake("acme", "k", 1));
        time.Advance(Second / 5);
        Assert.Equal(0, limit.TryTake("acme", "k", 1));
        Assert.Equal(1, limit.TryTake("acme", "k", 1));
    }

    [Fact]
    public void Each_key_of_each_organization_has_a_bucket_of_its_own()
    {
        var limit = new KeyLimit(1, time);
        Assert.Equal([0, 1], [limit.TryTake("acme", "k", 1), limit.TryTake("acme", "k", 1)]);
        Assert.Equal([0, 0], [limit.TryTake("acme", "other", 1), limit.TryTake("globex", "k", 1)]);
    }

    [Fact]
    public void A_batch_that_is_larger_than_the_bucket_is_let_in_when_that_is_full_and_paid_for_afterwards()
    {
        var limit = new KeyLimit(100, time);
        Assert.Equal(0, limit.TryTake("acme", "k", 1));
        Assert.Equal(1, limit.TryTake("acme", "k", 1_000));
        time.Advance(Second);
        Assert.Equal(0, limit.TryTake("acme", "k", 1_000));

        // Nine seconds of debt, and one more until it is full.
        Assert.Equal(10, limit.TryTake("acme", "k", 1_000));
        Assert.Equal(10, limit.TryTake("acme", "k", 100));
        Assert.Equal(9, limit.TryTake("acme", "k", 0));
        time.Advance(9 * Second);
        Assert.Equal(0, limit.TryTake("acme", "k", 0));
        Assert.Equal(1, limit.TryTake("acme", "k", 1));
        time.Advance(Second / 100);
        Assert.Equal(0, limit.TryTake("acme", "k", 1));
    }

    [Fact]
    public void Whoever_waits_as_long_as_they_are_told_is_let_in() =>
        Gen.Select(Gen.Int[1, 3_000], Gen.Select(Gen.Int[0, 1_200], Gen.Int[1, 5_000]).Array[1, 60]).Sample((perSecond, steps) =>
        {
            var clock = new FakeTimeProvider();
            var limit = new KeyLimit(perSecond, clock);
            foreach (var (milliseconds, count) in steps)
            {
                clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
                var wait = limit.TryTake("acme", "k", count);
                clock.Advance(wait * Second);
                Assert.True(wait == 0 || limit.TryTake("acme", "k", count) == 0);
            }
        });

    [Fact]
    public void No_window_of_any_length_sees_more_than_the_limit_and_one_burst() =>
        Gen.Select(Gen.Int[1, 500], Gen.Select(Gen.Int[0, 400], Gen.Int[1, 800]).Array[1, 80]).Sample((perSecond, steps) =>
        {
            var clock = new FakeTimeProvider();
            var limit = new KeyLimit(perSecond, clock);
            var taken = new List<(DateTimeOffset At, int Count)>();
            foreach (var (milliseconds, count) in steps)
            {
                clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
                if (limit.TryTake("acme", "k", count) == 0) taken.Add((clock.GetUtcNow(), count));
            }
            for (var from = 0; from < taken.Count; from++)
            {
                var sum = 0L;
                for (var to = from; to < taken.Count; to++)
                {
                    // The last may be larger than the bucket: what follows it pays.
                    var most = perSecond * ((taken[to].At - taken[from].At).TotalSeconds + 1);
                    Assert.True(sum + Math.Min(taken[to].Count, perSecond) <= most + 1e-6, $"{sum} and {taken[to].Count} of {most}");
                    sum += taken[to].Count;
                }
            }
        });

    [Fact]
    public void Many_threads_together_get_no_more_than_one_alone()
    {
        var limit = new KeyLimit(1_000, time);
        var let = 0;
        Parallel.For(0, 8_000, _ =>
        {
            if (limit.TryTake("acme", "k", 1) == 0) Interlocked.Increment(ref let);
        });
        Assert.Equal(1_000, let);
    }

    [Fact]
    public void Keys_that_come_and_go_are_forgotten_and_those_that_owe_are_not()
    {
        var limit = new KeyLimit(1, time);
        Assert.Equal(0, limit.TryTake("acme", "owes", 100_000));
        for (var i = 0; i < 20 * KeyLimit.MostKept; i++)
        {
            if (i % 1_000 == 0) time.Advance(Second);
            Assert.Equal(0, limit.TryTake("acme", $"key-{i}", 1));
        }
        Assert.InRange(limit.Kept, 1, 2 * KeyLimit.MostKept);
        Assert.NotEqual(0, limit.TryTake("acme", "owes", 1));
    }

    [Fact]
    public void Counting_makes_nothing_that_must_be_collected()
    {
        var limit = new KeyLimit(1_000_000, time);
        limit.TryTake("acme", "k", 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) limit.TryTake("acme", "k", 1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }
}
