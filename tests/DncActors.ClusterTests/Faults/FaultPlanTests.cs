namespace DncActors.ClusterTests.Faults;

public sealed class FaultPlanTests
{
    static readonly FaultKind[] All = Enum.GetValues<FaultKind>();

    [Fact]
    public void The_same_seed_gives_the_same_faults()
    {
        var (one, other) = (new FaultPlan(7, 3, All), new FaultPlan(7, 3, All));

        Assert.All(Enumerable.Range(0, 200), _ => Assert.Equal(one.NextRound(), other.NextRound()));
    }

    [Fact]
    public void Every_kind_comes_up_and_nothing_has_two_faults_at_once()
    {
        var plan = new FaultPlan(7, 3, All);
        var rounds = Enumerable.Range(0, 300).Select(_ => plan.NextRound()).ToArray();

        Assert.Equal(All, rounds.SelectMany(round => round).Select(fault => fault.Kind).Distinct().Order());
        Assert.All(rounds, round => Assert.InRange(round.Length, 1, 3));
        Assert.All(rounds, round => Assert.Distinct(round.Select(fault => fault.Node)));
    }

    [Fact]
    public void Only_what_is_asked_for_comes_up()
    {
        var plan = new FaultPlan(7, 3, [FaultKind.PauseNode]);

        Assert.All(Enumerable.Range(0, 50).SelectMany(_ => plan.NextRound()), fault => Assert.Equal(FaultKind.PauseNode, fault.Kind));
    }
}
