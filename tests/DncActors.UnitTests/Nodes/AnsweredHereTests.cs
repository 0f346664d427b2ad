using DncActors.Contracts.Nodes;
using DncActors.Grains.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Nodes;

public sealed class AnsweredHereTests
{
    readonly FakeTimeProvider _time = new();
    readonly Part _checks = new();
    readonly Part _executions = new();

    [Fact]
    public async Task What_all_parts_answered_is_added_up_and_lately_is_the_last_seconds()
    {
        using var answered = new AnsweredHere([_checks, _executions], _time);
        await answered.StartAsync(TestContext.Current.CancellationToken);
        _checks.Answered = new(new(Unsure: 1, Blocked: 20, Allowed: 300, Invalid: 4), 0);
        _executions.Answered = new(default, 50);
        _time.Advance(AnsweredHere.Window);

        var all = new Answered(new(1, 20, 300, 4), 50);
        Assert.Equal(new AnsweredView(all, all, 10), answered.View);

        _checks.Answered += new Answered(new(0, 0, 100, 0), 0);
        _time.Advance(AnsweredHere.Window);
        Assert.Equal(new(new(new(1, 20, 400, 4), 50), new(new(0, 0, 100, 0), 0), 10), answered.View);

        _time.Advance(AnsweredHere.Window / 2);
        Assert.Equal(15, answered.View.Seconds);

        _time.Advance(3 * AnsweredHere.Window);
        Assert.Equal(default, answered.View.Lately);
    }

    [Fact]
    public void A_node_that_just_started_says_no_more_than_what_it_answered()
    {
        using var answered = new AnsweredHere([_checks], _time);
        _checks.Answered = new(new(0, 0, 7, 0), 0);

        Assert.Equal(new AnsweredView(_checks.Answered, _checks.Answered, 1), answered.View);
    }

    sealed class Part : IAnswered
    {
        public Answered Answered { get; set; }
    }
}
