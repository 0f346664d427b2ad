using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace DncActors.Benchmarks.Peer;

/// <summary>Who may come in, as the gateway does it: keys are known by their hashes, and the hash of a header that was let in is not made again.</summary>
sealed class PeerKeys(string key)
{
    const string Scheme = "Bearer ";
    const int MaxKept = 10_000;

    readonly ConcurrentDictionary<string, byte[]> _kept = new(StringComparer.Ordinal);
    readonly byte[] _known = SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Null for whom nobody knows.</summary>
    public string? ActorOf(in StringValues authorization)
    {
        if (authorization.Count != 1 || authorization[0] is not { } header) return null;
        if (!_kept.TryGetValue(header, out var hash))
        {
            if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
            hash = SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()));
            if (_kept.Count < MaxKept && hash.AsSpan().SequenceEqual(_known)) _kept.TryAdd(header, hash);
        }
        return hash.AsSpan().SequenceEqual(_known) ? "key:bench" : null;
    }
}
