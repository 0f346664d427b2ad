using CsCheck;
using DncActors.Grains.Events;
using DncActors.UnitTests.Following;

namespace DncActors.UnitTests.Events;

public sealed class EventStreamProperties
{
    [Fact]
    public async Task A_stream_gives_each_change_once_and_in_order_wherever_it_begins_and_however_the_log_grows() =>
        await Gen.Select(SomeChanges.Gen, Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[1, 9]).SampleAsync(
            async (changes, from, atStart, step) =>
            {
                var log = new FollowedLog(changes) { Committed = atStart * changes.Length / 100 };
                await using var run = new FollowerRun(log);
                await run.StartAsync();
                await run.CatchUpAsync();
                var after = from == 0 ? 0 : changes[(from * changes.Length / 100) - (from == 100 ? 1 : 0)].Sequence;
                var wanted = changes.Where(c => c.Sequence > after && c.Organization == "acme" && StreamRules.TouchesEntries(c));
                var expected = wanted.Select(c => c.Sequence).ToArray();

                // The reader is a task of its own: it meets the log wherever it happens to be.
                var reading = ReadAsync(run, after, expected.Length);
                while (log.Committed < changes.Length)
                {
                    var next = Math.Min(log.Committed + step, changes.Length);
                    var batch = log.Batch(log.Committed, next);
                    log.Committed = next;
                    log.HandOver(batch);
                    await Task.Yield();
                }
                return expected.SequenceEqual(await reading);
            },
            iter: 300,
            threads: 1);

    [Fact]
    public async Task A_change_that_comes_between_reading_and_waiting_is_not_missed()
    {
        var changes = SomeChanges.Gen.Where(c => c.Any(x => x.Organization == "acme" && StreamRules.TouchesEntries(x))).Single();
        var at = changes.IndexOf(changes.First(c => c.Organization == "acme" && StreamRules.TouchesEntries(c)));
        var log = new FollowedLog(changes) { Committed = at };
        await using var run = new FollowerRun(log);
        await run.StartAsync();
        await run.CatchUpAsync();
        var token = TestContext.Current.CancellationToken;
        await using var stream = run.Streams.FollowEntriesAsync("acme", 0, token).GetAsyncEnumerator(token);

        var waiting = stream.MoveNextAsync();
        log.Committed = at + 1;
        log.HandOver(log.Batch(at, at + 1));

        Assert.True(await waiting);
        Assert.Equal(changes[at].Sequence, stream.Current.Sequence);
    }

    static async Task<List<long>> ReadAsync(FollowerRun run, long after, int count)
    {
        var read = new List<long>();
        if (count == 0) return read;
        await Task.Yield();
        await foreach (var change in run.Streams.FollowEntriesAsync("acme", after, TestContext.Current.CancellationToken))
        {
            read.Add(change.Sequence);
            if (read.Count == count) break;
        }
        return read;
    }
}
