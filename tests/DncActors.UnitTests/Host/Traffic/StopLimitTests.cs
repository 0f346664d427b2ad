using DncActors.Host.Traffic;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Host.Traffic;

public sealed class StopLimitTests : IDisposable
{
    readonly FakeTimeProvider time = new();
    readonly Stopping host = new();
    readonly TaskCompletionSource<int> ended = new();

    [Fact]
    public async Task A_process_that_nobody_stops_goes_on()
    {
        await StartAsync();

        time.Advance(10 * StopLimit.Limit);

        Assert.False(ended.Task.IsCompleted);
    }

    [Fact]
    public async Task A_stop_that_takes_too_long_ends_the_process()
    {
        await StartAsync();

        await host.StopAsync();
        time.Advance(StopLimit.Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(ended.Task.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(StopLimit.Late, await ended.Task);
    }

    public void Dispose() => host.Dispose();

    Task StartAsync() =>
        new StopLimit(host, time, ended.SetResult, NullLogger<StopLimit>.Instance).StartAsync(TestContext.Current.CancellationToken);

    sealed class Stopping : IHostApplicationLifetime, IDisposable
    {
        readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public Task StopAsync() => stopping.CancelAsync();

        public void StopApplication() => stopping.Cancel();

        public void Dispose() => stopping.Dispose();
    }
}
