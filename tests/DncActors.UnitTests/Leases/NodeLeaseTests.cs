using DncActors.Grains.Leases;

namespace DncActors.UnitTests.Leases;

public sealed class NodeLeaseTests
{
    static readonly Moment _start = new(TimeSpan.FromHours(1), TimeSpan.FromDays(20_000));

    [Fact]
    public void The_lease_counts_from_before_the_request_that_was_granted()
    {
        var lease = Ready(out _, renewedAfter: TimeSpan.FromSeconds(2));

        Assert.True(lease.Test(At(2.6)).Holds);
        Assert.False(lease.Test(At(3.1)).Holds);
    }

    [Fact]
    public void Either_clock_ends_it()
    {
        var lease = Ready(out _);

        Assert.True(lease.Test(At(2)).Holds);
        Assert.False(lease.Test(_start with { Wall = At(5).Wall }).Holds);
        Assert.False(lease.Test(_start with { Steady = At(5).Steady }).Holds);
        Assert.False(lease.Test(At(1) with { Wall = At(-3_600).Wall }).Holds);
    }

    [Fact]
    public void A_clock_that_was_set_is_not_believed_when_it_fits_again()
    {
        var lease = Ready(out _);
        lease.Next(At(1) with { Wall = At(10).Wall }, 7);

        Assert.False(lease.Test(At(1)).Holds);
    }

    [Fact]
    public void A_row_whose_answer_came_too_late_is_given_back()
    {
        var lease = new NodeLease(new(new()));
        lease.Loaded();
        var first = lease.Next(_start, 7)!.Value;
        lease.Failed(first, _start);
        var second = lease.Next(At(1), 7)!.Value;

        lease.Took(first, At(1), 1);
        lease.Took(second, At(1), 2);

        Assert.Equal((LeaseStepKind.Delete, 1), (lease.Next(At(1), 7) is { } step ? (step.Kind, step.Epoch) : default));
        Assert.Equal(2, lease.Epoch);
    }

    [Fact]
    public void A_push_for_a_row_that_is_perhaps_being_taken_is_not_answered_with_over()
    {
        var lease = new NodeLease(new(new()));
        lease.Loaded();
        var taking = lease.Next(_start, 7)!.Value;

        Assert.Equal(new(false, 9), lease.Answer(1, 9, 7));

        lease.Failed(taking, _start);
        Assert.True(lease.Answer(1, 9, 7).IsOver);
    }

    [Fact]
    public void Nothing_is_answered_behind_a_stop_and_the_row_is_given_back_then()
    {
        var lease = Ready(out var epoch);

        lease.Stop();

        Assert.False(lease.Test(_start).Holds);
        Assert.False(lease.IsGivenBack);
        var step = lease.Next(_start, 7)!.Value;
        Assert.Equal((LeaseStepKind.Delete, epoch), (step.Kind, step.Epoch));
        lease.Deleted(step);
        Assert.True(lease.IsGivenBack);
        Assert.Null(lease.Next(At(9), 7));
    }

    [Fact]
    public void A_log_that_ends_before_what_was_applied_is_another_log()
    {
        var lease = Ready(out _);
        var reading = lease.Next(At(1), 7)!.Value;

        lease.HeadIs(reading, 6);

        Assert.True(lease.LogIsLost);
        Assert.False(lease.Test(At(1)).Holds);
    }

    static Moment At(double seconds) => new(_start.Steady + TimeSpan.FromSeconds(seconds), _start.Wall + TimeSpan.FromSeconds(seconds));

    /// <summary>Ready as of 7; what it asked for was asked for at the start, and granted later.</summary>
    static NodeLease Ready(out long epoch, TimeSpan renewedAfter = default)
    {
        var lease = new NodeLease(new(new()));
        lease.Loaded();
        lease.Took(lease.Next(_start, 7)!.Value, _start, 1);
        lease.HeadIs(lease.Next(_start, 7)!.Value, 7);
        lease.Renewed(lease.Next(_start, 7)!.Value, At(renewedAfter.TotalSeconds), 1_000);
        lease.Next(_start, 7);
        epoch = lease.Epoch;
        return lease;
    }
}
