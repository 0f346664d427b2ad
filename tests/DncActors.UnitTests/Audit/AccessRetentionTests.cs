using System.Collections.Immutable;
using System.Threading.Channels;
using DncActors.Domain.Audit;
using DncActors.Domain.Paging;
using DncActors.Grains.Audit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DncActors.UnitTests.Audit;

public sealed class AccessRetentionTests
{
    static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    readonly TimeWaitedFor _time = new(Noon);

    [Fact]
    public async Task What_is_too_old_goes_a_few_at_a_time_until_none_is_left_and_a_store_that_fails_is_asked_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var store = new OldRecords([AccessRetention.AtOnce, 7, null, 0]);
        using var retention = new AccessRetention(
            store, Options.Create(new AccessRetentionOptions { Days = Kept.Days }), _time, NullLogger<AccessRetention>.Instance);
        await retention.StartAsync(cancellation);
        Assert.Equal(AccessRetention.Every, await _time.Waits.ReadAsync(cancellation));

        // As many as asked for: there may be more, which go after a pause.
        Assert.Equal(Noon + AccessRetention.Every - Kept, await NextAsync(AccessRetention.Every));
        Assert.Equal(Pause, await _time.Waits.ReadAsync(cancellation));
        Assert.Equal(Noon + AccessRetention.Every - Kept, await NextAsync(Pause));

        // Fewer: the next to be asked for are those too old an hour later, whether the store failed in between or not.
        Assert.Equal(Noon + 2 * AccessRetention.Every - Kept, await NextAsync(AccessRetention.Every - Pause));
        Assert.Equal(Noon + 3 * AccessRetention.Every - Kept, await NextAsync(AccessRetention.Every));

        await retention.StopAsync(cancellation);
        Assert.False(_time.Waits.TryRead(out _));
        Assert.False(store.Asked.TryRead(out _));

        ValueTask<DateTimeOffset> NextAsync(TimeSpan later)
        {
            _time.Advance(later);
            return store.Asked.ReadAsync(cancellation);
        }
    }

    /// <summary>What is found at each call; null is a store that is down.</summary>
    sealed class OldRecords(int?[] found) : IAccessStore
    {
        readonly Channel<DateTimeOffset> _asked = Channel.CreateUnbounded<DateTimeOffset>();
        int _calls;

        public ChannelReader<DateTimeOffset> Asked => _asked.Reader;

        public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation)
        {
            var count = found[_calls++];
            _asked.Writer.TryWrite(time);
            return count is { } some ? Task.FromResult(some) : throw new InvalidOperationException("The store is down.");
        }

        public Task AppendAsync(ImmutableArray<AccessRecord> records, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<PageOf<AccessRecord>> SearchAsync(string organization, AccessQuery query, PageRequest page, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
