namespace DncActors.ClusterTests.Crash;

public sealed class HistoryCheckerTests
{
    const string Phone = "+12025550123";

    readonly History history = new();

    [Fact]
    public void A_check_that_began_after_the_acknowledgement_and_said_allowed_is_a_violation()
    {
        history.Acknowledge("execution 1", [Phone]);
        history.Check(Phone, "phone", History.Now, allowed: true);

        Assert.Single(HistoryChecker.Violations(history));
    }

    [Fact]
    public void A_check_that_began_before_the_acknowledgement_may_say_allowed()
    {
        var began = History.Now;
        history.Acknowledge("execution 1", [Phone]);
        history.Check(Phone, "phone", began, allowed: true);

        Assert.Empty(HistoryChecker.Violations(history));
    }

    [Fact]
    public void What_was_not_acknowledged_forbids_nothing()
    {
        history.Check(Phone, "phone", History.Now, allowed: true);

        Assert.Empty(HistoryChecker.Violations(history));
    }

    [Fact]
    public void Blocked_is_never_a_violation()
    {
        history.Acknowledge("import 1", ["a@b.example"]);
        history.Check("a@b.example", "email", History.Now, allowed: false);

        Assert.Empty(HistoryChecker.Violations(history));
    }

    [Fact]
    public void Another_contact_point_may_be_allowed()
    {
        history.Acknowledge("execution 1", [Phone]);
        history.Check("+12025550124", "phone", History.Now, allowed: true);

        Assert.Empty(HistoryChecker.Violations(history));
    }

    [Fact]
    public void A_block_whose_end_was_asked_for_may_be_over_before_that_is_answered()
    {
        history.Acknowledge("entry 1", [Phone]);
        var began = History.Now;
        history.Unblock(Phone, "entry 1");
        history.Check(Phone, "phone", began, allowed: true);

        Assert.Empty(HistoryChecker.Violations(history));
    }

    [Fact]
    public void The_end_of_one_block_is_not_the_end_of_another()
    {
        history.Acknowledge("entry 1", [Phone]);
        history.Acknowledge("entry 2", [Phone]);
        history.Unblock(Phone, "entry 1");
        history.Check(Phone, "phone", History.Now, allowed: true);

        Assert.Contains("entry 2", Assert.Single(HistoryChecker.Violations(history)));
    }

    [Fact]
    public void An_end_that_is_asked_for_after_the_answer_excuses_nothing()
    {
        history.Acknowledge("entry 1", [Phone]);
        history.Check(Phone, "phone", History.Now, allowed: true);
        history.Unblock(Phone, "entry 1");

        Assert.Single(HistoryChecker.Violations(history));
    }

    [Fact]
    public void What_may_have_expired_before_the_answer_may_be_allowed()
    {
        history.Acknowledge("entry 1", [Phone], overAt: History.Now);
        history.Check(Phone, "phone", History.Now, allowed: true);

        Assert.Empty(HistoryChecker.Violations(history));
    }

    [Fact]
    public void What_expires_later_blocks_until_then()
    {
        history.Acknowledge("entry 1", [Phone], overAt: long.MaxValue);
        history.Check(Phone, "phone", History.Now, allowed: true);

        Assert.Single(HistoryChecker.Violations(history));
    }

    [Fact]
    public void One_block_that_is_over_does_not_hide_one_that_is_not()
    {
        history.Acknowledge("entry 1", [Phone], overAt: History.Now);
        history.Acknowledge("execution 1", [Phone]);
        history.Check(Phone, "phone", History.Now, allowed: true);

        Assert.Single(HistoryChecker.Violations(history));
    }
}
