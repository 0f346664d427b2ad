using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DncActors.Domain.Identity;

/// <summary>Ids that are made from what they stand for: the same parts give the same id on every node and in every release (they are stored).</summary>
public static class StableId
{
    const int OnTheStack = 1024;

    /// <summary>A UUIDv8 (RFC 9562) of the parts' SHA-256. Each part is preceded by its length, so that no two lists of parts run into one.</summary>
    public static Guid Of(params ReadOnlySpan<string> parts)
    {
        var most = 0;
        foreach (var part in parts) most += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);
        var bytes = most <= OnTheStack ? stackalloc byte[most] : new byte[most];
        var end = 0;
        foreach (var part in parts)
        {
            var length = Encoding.UTF8.GetBytes(part, bytes[(end + sizeof(int))..]);
            BinaryPrimitives.WriteInt32BigEndian(bytes[end..], length);
            end += sizeof(int) + length;
        }
        return Of(bytes[..end]);
    }

    /// <summary>A UUIDv8 of the bytes' SHA-256: a request's fingerprint.</summary>
    public static Guid Of(ReadOnlySpan<byte> bytes) => FromHash(SHA256.HashData(bytes));

    /// <summary>The same of bytes that were hashed already, by SHA-256.</summary>
    /// <exception cref="ArgumentException">It is no SHA-256.</exception>
    public static Guid OfHash(ReadOnlySpan<byte> sha256) =>
        sha256.Length == SHA256.HashSizeInBytes
            ? FromHash(sha256)
            : throw new ArgumentException($"A SHA-256 has 32 bytes, not {sha256.Length}.", nameof(sha256));

    static Guid FromHash(ReadOnlySpan<byte> hash)
    {
        Span<byte> id = stackalloc byte[16];
        hash[..16].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
