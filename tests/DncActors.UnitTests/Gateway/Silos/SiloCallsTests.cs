using DncActors.Domain.Ledger;
using DncActors.Gateway.Silos;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.Silos;

public sealed class SiloCallsTests
{
    readonly FakeTimeProvider _time = new();
    int _calls;

    [Fact]
    public async Task What_fails_at_one_silo_is_asked_of_another_once()
    {
        Assert.Equal(7, await AskAsync(Task.FromException<int>(new TimeoutException()), Task.FromResult(7)));
        await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => AskAsync(Task.FromException<int>(new TimeoutException()), Task.FromException<int>(new TimeoutException())));
    }

    [Fact]
    public async Task Who_is_not_sure_is_not_the_last_to_be_asked_and_is_quoted_where_nobody_is()
    {
        Assert.Equal(7, await AskAsync(Task.FromResult(-1), Task.FromResult(7)));
        Assert.Equal(-1, await AskAsync(Task.FromResult(-1), Task.FromException<int>(new TimeoutException())));
    }

    [Fact]
    public async Task Who_does_not_answer_is_given_up()
    {
        var never = new TaskCompletionSource<int>().Task;
        var asking = AskAsync(never, never);

        while (!asking.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => asking);
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task A_fault_of_the_question_goes_through()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(Task.FromException<int>(new InvalidOperationException()), Task.FromResult(7)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SiloCalls.ReadAsync(() => Task.FromException<int>(new InvalidOperationException())));
    }

    /// <summary>A negative answer is one that is not sure.</summary>
    Task<int> AskAsync(params Task<int>[] answers)
    {
        _calls = 0;
        return new SiloCalls(null!, _time).AskAsync(() => answers[_calls++], answer => answer >= 0);
    }
}
