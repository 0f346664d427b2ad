using DncActors.Host.Traffic;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Host.Traffic;

public sealed class StopLimitTests : IDisposable
{
    readonly FakeTimeProvider time = new();
    readonly Stopping host = new();
    readonly Told log = new();
    readonly TaskCompletionSource<int> ended = new();

    [Fact]
    public async Task A_process_that_nobody_stops_goes_on()
    {
        await StartAsync();

        time.Advance(10 * StopLimit.Usual);

        Assert.False(log.Line.IsCompleted);
    }

    [Fact]
    public async Task A_stop_that_takes_too_long_ends_the_process_behind_a_line_that_says_so()
    {
        await StartAsync();

        await host.StopAsync();
        time.Advance(StopLimit.Usual - TimeSpan.FromMilliseconds(1));
        Assert.False(log.Line.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Contains("00:00:33", await log.Line, StringComparison.Ordinal);
        Assert.Equal(StopLimit.Late, await EndAsync());
    }

    [Fact]
    public async Task A_process_that_is_of_no_use_any_more_is_given_less()
    {
        var limit = await StartAsync();

        limit.EndAfter(StopLimit.Usual / 2);
        await host.StopAsync();
        time.Advance(StopLimit.Usual / 2);

        await log.Line;
        Assert.Equal(StopLimit.Late, await EndAsync());
    }

    public void Dispose() => host.Dispose();

    async Task<StopLimit> StartAsync()
    {
        var limit = new StopLimit(host, time, ended.SetResult, log);
        await limit.StartingAsync(TestContext.Current.CancellationToken);
        return limit;
    }

    /// <summary>Its last wait may begin behind any one step of the time.</summary>
    async Task<int> EndAsync()
    {
        while (!ended.Task.IsCompleted)
        {
            time.Advance(StopLimit.ForTheLog);
            await Task.Yield();
        }
        return await ended.Task;
    }

    sealed class Stopping : IHostApplicationLifetime, IDisposable
    {
        readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public Task StopAsync() => stopping.CancelAsync();

        public void StopApplication() => throw new NotSupportedException();

        public void Dispose() => stopping.Dispose();
    }

    sealed class Told : ILogger<StopLimit>
    {
        readonly TaskCompletionSource<string> line = new();

        public Task<string> Line => line.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            line.TrySetResult(formatter(state, exception));
    }
}
