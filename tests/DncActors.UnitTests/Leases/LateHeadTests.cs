using DncActors.Grains.Leases;

namespace DncActors.UnitTests.Leases;

public sealed class LateHeadTests
{
    /// <summary>A commit was acknowledged while the node had no row: nobody waited for it. A head from before that must not make its next lease ready.</summary>
    [Theory]
    [InlineData(LeaseMutant.None, false)]
    [InlineData(LeaseMutant.HeadOfAnEarlierEpochUsed, true)]
    public void A_head_that_was_asked_for_under_a_lost_lease_makes_the_next_one_answer_only_where_the_rule_is_left_out(LeaseMutant mutant, bool answers)
    {
        var lease = new NodeLease(new MutantRules(mutant));
        lease.Loaded();
        lease.Took(Next(lease, LeaseStepKind.Take, 0), At(0), epoch: 1);
        var early = Next(lease, LeaseStepKind.ReadHead, 0);
        lease.Renewed(Next(lease, LeaseStepKind.Renew, 300), At(300), databaseMilliseconds: 1_000);
        lease.Failed(early, At(400));
        lease.HeadIs(Next(lease, LeaseStepKind.ReadHead, 600), 0);
        lease.Refused(Next(lease, LeaseStepKind.Renew, 600));
        lease.Deleted(Next(lease, LeaseStepKind.Delete, 600));
        lease.Took(Next(lease, LeaseStepKind.Take, 600), At(600), epoch: 2);

        lease.HeadIs(early, 0);
        lease.Next(At(600), applied: 0);

        Assert.Equal(answers, lease.Test(At(600)).Holds);
    }

    /// <summary>A row that is called over is not waited for any more, and this one comes to life.</summary>
    [Theory]
    [InlineData(LeaseMutant.None, false)]
    [InlineData(LeaseMutant.RowThatIsBeingTakenIsCalledOver, true)]
    public void A_push_to_a_row_that_is_just_being_made_is_told_that_it_is_over_only_where_the_rule_is_left_out(LeaseMutant mutant, bool over)
    {
        var lease = new NodeLease(new MutantRules(mutant));
        lease.Loaded();
        Next(lease, LeaseStepKind.Take, 0);
        Assert.Equal(over, lease.Answer(epoch: 1, upTo: 5, applied: 0).IsOver);
    }

    static LeaseStep Next(NodeLease lease, LeaseStepKind kind, int milliseconds)
    {
        var step = lease.Next(At(milliseconds), applied: 0);
        Assert.Equal(kind, step?.Kind);
        return step!.Value;
    }

    static Moment At(int milliseconds) => new(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromDays(20_000) + TimeSpan.FromMilliseconds(milliseconds));
}
