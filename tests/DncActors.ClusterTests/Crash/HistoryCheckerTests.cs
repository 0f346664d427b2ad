namespace DncActors.ClusterTests.Crash;

public sealed class HistoryCheckerTests
{
    [Fact]
    public void A_check_that_began_after_the_acknowledgement_and_said_allowed_is_a_violation()
    {
        var history = new History();
        history.Acknowledge("+12025550123", "execution 1");
        history.Check("+12025550123", "phone", History.Now, allowed: true);

        Assert.Single(HistoryChecker.Violations(history));
    }

    [Fact]
    public void A_check_that_began_before_the_acknowledgement_may_say_allowed()
    {
        var history = new History();
        var began = History.Now;
        history.Acknowledge("+12025550123", "execution 1");
        history.Check("+12025550123", "phone", began, allowed: true);

        Assert.Empty(HistoryChecker.Violations(history));
    }

    [Fact]
    public void What_was_not_acknowledged_forbids_nothing()
    {
        var history = new History();
        history.Check("+12025550123", "phone", History.Now, allowed: true);

        Assert.Empty(HistoryChecker.Violations(history));
    }

    [Fact]
    public void Blocked_is_never_a_violation()
    {
        var history = new History();
        history.Acknowledge("a@b.example", "import 1");
        history.Check("a@b.example", "email", History.Now, allowed: false);

        Assert.Empty(HistoryChecker.Violations(history));
    }
}
