using System.Collections.Immutable;
using System.Text.Json;
using DncActors.Domain.Identity;

namespace DncActors.Grains.Imports;

/// <summary>What a chunk says, as one id: other lines under the same import are another request.</summary>
static class ChunkFingerprint
{
    public static Guid Of<T>(Guid order, ImmutableArray<T> drafts) => StableId.Of(JsonSerializer.SerializeToUtf8Bytes(new Said<T>(order, drafts)));

    sealed record Said<T>(Guid Order, ImmutableArray<T> Drafts);
}
