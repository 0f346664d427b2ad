namespace DncActors.UnitTests.Leases;

public sealed class TwoWritersModelTests(ITestOutputHelper output)
{
    /// <summary>More than there are without crashes.</summary>
    const int Limit = 5_000_000;

    /// <summary>With crashes there are too many for every run; the nearest are walked.</summary>
    const int LimitWithCrashes = 2_000_000;

    public static TheoryData<LeaseMutant> Mutants =>
    [
        LeaseMutant.NoLeaseTestAtTheAnswer,
        LeaseMutant.AcknowledgedBeforePublishing,
        LeaseMutant.RevokedIsIgnoredAtRenewal,
        LeaseMutant.RowDeletedWithoutWaiting,
        LeaseMutant.HeadReadBeforeTheRow,
        LeaseMutant.LeaseCountedFromTheReply,
        LeaseMutant.RowsReadBeforeTheCommit,
        LeaseMutant.ReadyBeforeCatchingUp,
        LeaseMutant.HeadOfAnEarlierEpochUsed,
        LeaseMutant.DeletedRowRenewed,
        LeaseMutant.PushAppliedOverAGap,
    ];

    [Fact]
    public void No_order_of_steps_lets_a_node_allow_what_was_acknowledged_as_blocked()
    {
        var (states, isBroken) = new TwoWritersModel(LeaseMutant.None).Explore(Limit);

        output.WriteLine($"{states} states");
        Assert.False(isBroken);
        Assert.InRange(states, 100_000, Limit - 1);
    }

    [Fact]
    public void Nor_does_any_short_order_of_steps_with_crashes() =>
        Assert.False(new TwoWritersModel(LeaseMutant.None, crashes: true).Explore(LimitWithCrashes).IsBroken);

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Each_rule_that_is_left_out_is_found(LeaseMutant mutant)
    {
        var (states, isBroken) = new TwoWritersModel(mutant).Explore(Limit);

        output.WriteLine($"{mutant}: {states} states");
        Assert.True(isBroken);
    }
}
