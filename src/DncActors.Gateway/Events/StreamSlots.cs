using System.Collections.Concurrent;
using DncActors.Gateway.Errors;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Events;

/// <summary>How many streams, of events and of checks, and scrubs each key holds open on this node.</summary>
sealed class StreamSlots(IOptions<DncGatewayOptions> options)
{
    readonly ConcurrentDictionary<(string Organization, string KeyId), int> _open = new();

    /// <summary>What a key is told that has as many as it may.</summary>
    internal Problem TooMany => new(
        ProblemKinds.RateLimited,
        $"This key holds {options.Value.MaxStreamsPerKey} streams and scrubs open, the most that it may: let one end first.",
        "streams.too-many");

    /// <summary>False when the key has as many as it may.</summary>
    internal bool TryTake(string organization, string keyId)
    {
        var open = _open.AddOrUpdate((organization, keyId), 1, static (_, n) => n + 1);
        if (open <= options.Value.MaxStreamsPerKey) return true;
        GiveBack(organization, keyId);
        return false;
    }

    internal void GiveBack(string organization, string keyId)
    {
        var key = (organization, keyId);
        if (_open.AddOrUpdate(key, 0, static (_, n) => n - 1) <= 0) _open.TryRemove(KeyValuePair.Create(key, 0));
    }
}
