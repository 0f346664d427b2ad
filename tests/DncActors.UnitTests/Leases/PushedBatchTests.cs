using DncActors.Domain.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace DncActors.UnitTests.Leases;

public sealed class PushedBatchTests
{
    [Fact]
    public void A_push_brings_its_changes_and_which_log_they_are_of()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var batch = new CommittedBatch(7, 9, LeasedNode.SomeLog()) { Log = new(Guid.AllBitsSet, 42, 3) };

        var arrived = serializer.Deserialize<CommittedBatch>(serializer.SerializeToArray(batch))!;

        Assert.Equal((batch.After, batch.UpTo, batch.Log), (arrived.After, arrived.UpTo, arrived.Log));
        Assert.Equal(batch.Changes.Select(c => c.Sequence), arrived.Changes.Select(c => c.Sequence));
        Assert.Null(serializer.Deserialize<CommittedBatch>(serializer.SerializeToArray(batch with { Log = null }))!.Log);
    }
}
