using System.Collections.Concurrent;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactPoints;

namespace DncActors.Grains.Registry;

/// <summary>When something last changed in each shard of each organization's list, as far as this node has followed the log: what an explanation that is
/// kept is still good for.</summary>
sealed class ShardSequences
{
    readonly ConcurrentDictionary<string, long[]> _organizations = new(StringComparer.Ordinal);

    /// <summary>The last change, 0 for none.</summary>
    public long LastChange(string organization, int shard) =>
        _organizations.TryGetValue(organization, out var shards) ? Volatile.Read(ref shards[shard]) : 0;

    public void Touch(string organization, in ContactPoint point, long sequence)
    {
        var shards = _organizations.GetOrAdd(organization, _ => new long[RegistryShards.Count]);
        ref var last = ref shards[RegistryShards.Of(point)];
        if (sequence > last) Volatile.Write(ref last, sequence);
    }
}
