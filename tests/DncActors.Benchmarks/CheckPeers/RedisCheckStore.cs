using DncActors.Benchmarks.Redis;
using StackExchange.Redis;

namespace DncActors.Benchmarks.CheckPeers;

/// <summary>A set with the phones that are listed for calls, by one multiplexer, as its makers advise.</summary>
sealed class RedisCheckStore(IDatabase database) : ICheckPeerStore
{
    static readonly RedisKey Set = RedisServer.Set;

    public Task<bool> IsListedAsync(ulong number) => database.SetContainsAsync(Set, number);

    public Task<bool[]> AreListedAsync(ulong[] numbers) => database.SetContainsAsync(Set, Array.ConvertAll(numbers, n => (RedisValue)n));
}
