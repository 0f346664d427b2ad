using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Gateway.Silos;

namespace DncActors.UnitTests.Gateway.Silos;

public sealed class GatheringTests
{
    const int Unanswered = -1;

    [Fact]
    public async Task A_question_alone_goes_off_alone()
    {
        var gathering = new Gathering<int, int>(asked => Task.FromResult(Doubled(asked)), Unanswered);

        Assert.Equal(42, await gathering.AskAsync(21));
    }

    [Fact]
    public async Task What_comes_while_all_calls_are_under_way_goes_together_and_each_has_its_own_answer()
    {
        var (gate, sizes) = (new TaskCompletionSource(), new List<int>());
        var begun = new SemaphoreSlim(0);
        var gathering = new Gathering<int, int>(
            async asked =>
            {
                lock (sizes) sizes.Add(asked.Length);
                begun.Release();
                await gate.Task;
                return Doubled(asked);
            },
            Unanswered);
        var first = new List<Task<int>>();
        for (var i = 0; i < Gathering<int, int>.MostCalls; i++)
        {
            first.Add(gathering.AskAsync(i).AsTask());
            await begun.WaitAsync(TestContext.Current.CancellationToken);
        }
        var rest = Enumerable.Range(100, 600).Select(i => gathering.AskAsync(i).AsTask()).ToArray();

        gate.SetResult();

        Assert.Equal(Enumerable.Range(0, first.Count).Select(i => 2 * i), await Task.WhenAll(first));
        Assert.Equal(Enumerable.Range(100, 600).Select(i => 2 * i), await Task.WhenAll(rest));
        Assert.All(sizes.Take(first.Count), size => Assert.Equal(1, size));
        Assert.Equal(600, sizes.Skip(first.Count).Sum());
        Assert.InRange(sizes.Skip(first.Count).Max(), 600 - Gathering<int, int>.MostInACall, Gathering<int, int>.MostInACall);
    }

    [Fact]
    public async Task A_call_that_fails_leaves_its_questions_unanswered_and_the_next_is_made()
    {
        var fails = true;
        var gathering = new Gathering<int, int>(
            asked => fails ? Task.FromException<ImmutableArray<int>>(new LedgerUnavailableException()) : Task.FromResult(Doubled(asked)), Unanswered);
        Assert.Equal(Unanswered, await gathering.AskAsync(1));

        fails = false;

        Assert.Equal(2, await gathering.AskAsync(1));
    }

    [Fact]
    public async Task There_is_an_end_to_what_waits()
    {
        var gate = new TaskCompletionSource();
        var gathering = new Gathering<int, int>(
            async asked =>
            {
                await gate.Task;
                return Doubled(asked);
            },
            Unanswered);
        const int room = Gathering<int, int>.MostWaiting + (Gathering<int, int>.MostCalls * Gathering<int, int>.MostInACall);

        var asked = Enumerable.Range(0, room + 1).Select(i => gathering.AskAsync(i).AsTask()).ToArray();
        gate.SetResult();

        Assert.Contains(Unanswered, await Task.WhenAll(asked));
        Assert.Equal(2, await gathering.AskAsync(1));
    }

    static ImmutableArray<int> Doubled(ImmutableArray<int> asked) => [.. asked.Select(i => 2 * i)];
}
