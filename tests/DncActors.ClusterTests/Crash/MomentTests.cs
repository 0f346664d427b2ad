namespace DncActors.ClusterTests.Crash;

public sealed class MomentTests
{
    [Fact]
    public async Task A_moment_of_no_length_is_over_at_once_and_one_of_some_length_ends_with_the_loads_failure()
    {
        var load = new TaskCompletionSource();

        await Moment.PassAsync(TimeSpan.Zero, load.Task);
        var passing = Moment.PassAsync(TimeSpan.FromHours(1), load.Task);
        load.SetException(new InvalidOperationException("the load"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => passing);
    }
}
