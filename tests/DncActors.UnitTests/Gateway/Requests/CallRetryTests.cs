using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.Requests;

public sealed class CallRetryTests
{
    readonly FakeTimeProvider _time = new();
    int _asked;

    [Fact]
    public async Task A_silo_that_goes_is_asked_until_another_has_the_grain()
    {
        var answer = RunAsync(n => n < 4 ? throw new SiloUnavailableException() : Results.Empty);

        Assert.Same(Results.Empty, await PassAsync(answer));
        Assert.Equal(4, _asked);
    }

    [Fact]
    public async Task Where_none_takes_the_grain_the_fault_is_told_in_the_end()
    {
        await Assert.ThrowsAsync<SiloUnavailableException>(() => PassAsync(RunAsync(_ => throw new SiloUnavailableException())));

        Assert.InRange(_asked, 2, 20);
    }

    [Fact]
    public async Task A_silo_that_has_too_much_to_do_is_not_asked_again_nor_is_any_other_fault()
    {
        Assert.False(CallRetry.Passes(new LimitExceededException()));
        await Assert.ThrowsAsync<LimitExceededException>(() => RunAsync(_ => throw new LimitExceededException()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(_ => throw new InvalidOperationException()));

        Assert.Equal(2, _asked);
    }

    Task<IResult> RunAsync(Func<int, IResult> handler) =>
        new CallRetry(_time).AgainAsync(async () => await Task.FromResult(handler(++_asked)), CancellationToken.None);

    /// <summary>Lets time go on until the answer is there.</summary>
    async Task<IResult> PassAsync(Task<IResult> answer)
    {
        while (!answer.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
        return await answer;
    }
}
