using System.Diagnostics;
using System.Globalization;

namespace DncActors.UnitTests.Leases;

/// <summary>
/// Random worlds, each from its seed. <c>DNC_LEASE_SEEDS</c> says how many are explored, <c>DNC_LEASE_SEED</c> which one alone, with its story.
/// </summary>
public sealed class LeaseExplorationTests(ITestOutputHelper output)
{
    const int Steps = 400;
    const int UsualSeeds = 6_000;
    const int SeedsForAMutant = 20_000;

    static int? Set(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Too rare for chance, and brought about step by step instead, by <see cref="LateHeadTests"/>.</summary>
    static readonly LeaseMutant[] _rare = [LeaseMutant.HeadOfAnEarlierEpochUsed, LeaseMutant.RowThatIsBeingTakenIsCalledOver];

    public static TheoryData<LeaseMutant> Mutants => [.. Enum.GetValues<LeaseMutant>().Except([LeaseMutant.None, .. _rare])];

    [Fact]
    public void No_check_that_begins_after_an_acknowledgement_is_answered_allowed_and_all_comes_to_rest()
    {
        var (first, count) = Set("DNC_LEASE_SEED") is { } one ? (one, 1) : (0, Set("DNC_LEASE_SEEDS") ?? UsualSeeds);
        var started = Stopwatch.GetTimestamp();
        for (var seed = first; seed < first + count; seed++)
        {
            var finding = new SimWorld(seed, LeaseMutant.None, told: count == 1).Run(Steps);
            Assert.True(finding is null, $"DNC_LEASE_SEED={seed}: {finding}\n{(finding is null ? "" : StoryOf(seed, LeaseMutant.None))}");
        }
        output.WriteLine($"{count} worlds of {Steps} steps in {Stopwatch.GetElapsedTime(started)}");
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Each_rule_that_is_left_out_is_found(LeaseMutant mutant)
    {
        for (var seed = 0; seed < (Set("DNC_LEASE_SEEDS") ?? SeedsForAMutant); seed++)
        {
            if (new SimWorld(seed, mutant).Run(Steps) is not { } finding) continue;
            output.WriteLine($"{mutant}: seed {seed}: {finding}");
            return;
        }
        Assert.Fail($"{mutant} was not found in {SeedsForAMutant} worlds.");
    }

    static string StoryOf(int seed, LeaseMutant mutant)
    {
        var world = new SimWorld(seed, mutant, told: true);
        world.Run(Steps);
        return world.Story;
    }
}
