using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace DncActors.Gateway.Access;

/// <summary>
/// The hash of the key in an <c>Authorization</c> header. Hashing costs more than all the rest of a contact check, and the same few headers come all the time:
/// the hashes of those that were let in are kept (whether they still are is asked each time).
/// </summary>
sealed class KeyHashes
{
    /// <summary>More keys than this use the service at once only under attack, and then they are unknown and not kept.</summary>
    const int MaxKept = 10_000;

    const int MaxKeyLength = 500;
    const string Scheme = "Bearer ";

    readonly ConcurrentDictionary<string, byte[]> _kept = new(StringComparer.Ordinal);

    /// <summary>SHA-256 of the key; null where there is no header, or no key in it.</summary>
    /// <param name="isKept">Whether the key was let in before.</param>
    internal byte[]? Find(in StringValues authorization, out bool isKept)
    {
        isKept = false;
        if (authorization.Count != 1 || authorization[0] is not { } header) return null;
        isKept = _kept.TryGetValue(header, out var hash);
        return isKept ? hash : Hash(header);
    }

    /// <summary>The key of this header was let in.</summary>
    internal void Keep(in StringValues authorization, byte[] hash)
    {
        if (_kept.Count >= MaxKept) _kept.Clear();
        _kept.TryAdd(authorization[0]!, hash);
    }

    static byte[]? Hash(string header)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var key = header[Scheme.Length..].Trim();
        return key.Length is > 0 and <= MaxKeyLength ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;
    }
}
