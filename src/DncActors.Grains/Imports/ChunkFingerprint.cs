using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using DncActors.Domain.Identity;

namespace DncActors.Grains.Imports;

/// <summary>What a chunk says, as one id: other lines under the same import are another request.</summary>
sealed class ChunkFingerprint
{
    readonly ArrayBufferWriter<byte> _buffer = new();

    public Guid Of<T>(Guid order, ImmutableArray<T> drafts)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer))
        {
            JsonSerializer.Serialize(json, new Said<T>(order, drafts));
        }
        return StableId.Of(_buffer.WrittenSpan);
    }

    sealed record Said<T>(Guid Order, ImmutableArray<T> Drafts);
}
