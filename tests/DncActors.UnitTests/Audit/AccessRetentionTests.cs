using System.Collections.Immutable;
using DncActors.Domain.Audit;
using DncActors.Domain.Paging;
using DncActors.Grains.Audit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Audit;

public sealed class AccessRetentionTests
{
    static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    readonly FakeTimeProvider _time = new(Noon);

    [Fact]
    public async Task What_is_too_old_goes_a_few_at_a_time_until_none_is_left_and_a_store_that_fails_is_asked_again()
    {
        var store = new OldRecords([AccessRetention.AtOnce, 7]);
        using var retention = new AccessRetention(
            store, Options.Create(new AccessRetentionOptions { Days = 30 }), _time, NullLogger<AccessRetention>.Instance);
        await retention.StartAsync(TestContext.Current.CancellationToken);

        while (!store.AllGone.IsCompleted)
        {
            _time.Advance(store.Asked == 0 ? AccessRetention.Every : TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }
        Assert.Equal(2, store.Asked);
        Assert.InRange(store.First, Noon + AccessRetention.Every - TimeSpan.FromDays(30), _time.GetUtcNow() - TimeSpan.FromDays(30));

        store.Fails = true;
        while (store.Asked < 4)
        {
            _time.Advance(AccessRetention.Every);
            await Task.Yield();
        }
        await retention.StopAsync(TestContext.Current.CancellationToken);
    }

    sealed class OldRecords(int[] found) : IAccessStore
    {
        readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task AllGone => _gone.Task;

        public bool Fails { get; set; }

        public int Asked { get; private set; }

        public DateTimeOffset First { get; private set; }

        public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation)
        {
            if (Asked == 0) First = time;
            var count = Asked < found.Length ? found[Asked] : 0;
            Asked++;
            if (Asked == found.Length) _gone.TrySetResult();
            return Fails ? throw new InvalidOperationException("The store is down.") : Task.FromResult(count);
        }

        public Task AppendAsync(ImmutableArray<AccessRecord> records, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<PageOf<AccessRecord>> SearchAsync(string organization, AccessQuery query, PageRequest page, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
