using DncActors.Grains.Sessions;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Sessions;

public sealed class SignInAttemptsTests
{
    readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_name_may_fail_a_few_times_and_then_once_in_a_while()
    {
        var attempts = new SignInAttempts(_time);
        for (var i = 0; i < SignInAttempts.MostOfAName; i++) Assert.Equal(0, attempts.TryTake("ann"));

        Assert.Equal(30, attempts.TryTake("ANN"));
        Assert.Equal(0, attempts.TryTake("bob"));
        _time.Advance(SignInAttempts.OneOfAName);
        Assert.Equal(0, attempts.TryTake("ann"));
        Assert.Equal(30, attempts.TryTake("ann"));
    }

    [Fact]
    public void What_was_right_is_not_counted()
    {
        var attempts = new SignInAttempts(_time);
        for (var i = 0; i < 10 * SignInAttempts.MostOfAll; i++)
        {
            Assert.Equal(0, attempts.TryTake("ann"));
            attempts.GiveBack("ann");
        }
    }

    [Fact]
    public void All_names_together_may_fail_only_so_often()
    {
        var attempts = new SignInAttempts(_time);
        for (var i = 0; i < SignInAttempts.MostOfAll; i++) Assert.Equal(0, attempts.TryTake($"user-{i}"));

        Assert.Equal(1, attempts.TryTake("one more"));
        _time.Advance(SignInAttempts.OneOfAll);
        Assert.Equal(0, attempts.TryTake("one more"));
    }

    [Fact]
    public void Names_without_end_are_not_remembered_without_end_and_a_name_that_fails_is()
    {
        var attempts = new SignInAttempts(_time);
        for (var i = 0; i < 3 * SignInAttempts.MostKept; i++)
        {
            attempts.TryTake($"user-{i}");
            attempts.TryTake("ann");
            _time.Advance(SignInAttempts.OneOfAll * 2);
        }

        Assert.InRange(attempts.Kept, 1, SignInAttempts.MostKept);
        Assert.NotEqual(0, attempts.TryTake("ann") + attempts.TryTake("ann"));
    }
}
