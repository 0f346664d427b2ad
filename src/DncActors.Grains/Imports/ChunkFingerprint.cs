using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using DncActors.Domain.Identity;

namespace DncActors.Grains.Imports;

/// <summary>What a chunk says, as one id: other lines under the same import are another request.</summary>
static class ChunkFingerprint
{
    public static Guid Of<T>(Guid order, ImmutableArray<T> drafts)
    {
        using var hash = SHA256.Create();
        // Through small buffers: as one array a chunk is among the large objects, which are let go of last.
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write)) JsonSerializer.Serialize(stream, new Said<T>(order, drafts));
        return StableId.OfHash(hash.Hash);
    }

    sealed record Said<T>(Guid Order, ImmutableArray<T> Drafts);
}
