using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace DncActors.Gateway.Access;

/// <summary>
/// The hash of the key in an <c>Authorization</c> header. Hashing costs more than all the rest of a contact check, and the same few headers come all the time:
/// the hashes of those that were let in are kept, and whose they were (whether they still are is asked each time).
/// </summary>
sealed class KeyHashes
{
    /// <summary>More keys than this use the service at once only under attack, and then they are unknown and not kept.</summary>
    const int MaxKept = 10_000;

    const int MaxKeyLength = 500;
    const string Scheme = "Bearer ";

    readonly ConcurrentDictionary<string, SentKey> _kept = new(StringComparer.Ordinal);

    /// <summary>Null where there is no header, or no key in it.</summary>
    internal SentKey? Find(in StringValues authorization)
    {
        if (authorization.Count != 1 || authorization[0] is not { } header) return null;
        if (_kept.TryGetValue(header, out var kept)) return kept;
        return Hash(header) is { } hash ? new(hash, null, null) : null;
    }

    /// <summary>The key of this header was let in.</summary>
    internal void Keep(in StringValues authorization, SentKey key)
    {
        if (_kept.Count >= MaxKept) _kept.Clear();
        _kept[authorization[0]!] = key;
    }

    static byte[]? Hash(string header)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var key = header[Scheme.Length..].Trim();
        return key.Length is > 0 and <= MaxKeyLength ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;
    }
}
