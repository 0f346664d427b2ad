using DncActors.Contracts.Registry;
using DncActors.UnitTests.Leads;

namespace DncActors.UnitTests.Registry;

public sealed class RegistryShardsTests
{
    /// <summary>Worked out apart from this code: a contact point that changed its shard would lose what was counted.</summary>
    [Theory]
    [InlineData("+12025550123", 32)]
    [InlineData("+12025550124", 57)]
    [InlineData("+442079460958", 29)]
    [InlineData("ada@example.org", 55)]
    [InlineData("grace@example.org", 1)]
    [InlineData("müller@example.org", 11)]
    public void A_contact_point_keeps_its_shard_in_every_release(string point, int shard)
    {
        Assert.Equal(shard, RegistryShards.Of(LeadWorld.Point(point)));
        Assert.Equal($"acme/shard-{shard:00}", RegistryShards.KeyOf("acme", LeadWorld.Point(point)));
    }

    [Fact]
    public void Numbers_that_follow_one_another_spread_over_all_shards()
    {
        var counts = new int[RegistryShards.Count];
        for (var i = 0; i < 6_400; i++) counts[RegistryShards.Of(LeadWorld.Point($"+1202555{i:0000}"))]++;
        Assert.All(counts, c => Assert.InRange(c, 40, 200));
    }
}
