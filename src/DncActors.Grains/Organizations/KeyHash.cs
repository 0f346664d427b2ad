using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DncActors.Grains.Organizations;

/// <summary>The SHA-256 of an API key, to look it up by without making a text of it.</summary>
readonly record struct KeyHash(ulong A, ulong B, ulong C, ulong D)
{
    public static KeyHash Of(ReadOnlySpan<byte> hash) => new(
        BinaryPrimitives.ReadUInt64BigEndian(hash),
        BinaryPrimitives.ReadUInt64BigEndian(hash[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[24..]));

    /// <summary>From the lower-case hex that documents hold.</summary>
    public static KeyHash Parse(string hex)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return Convert.FromHexString(hex, hash, out _, out var written) == System.Buffers.OperationStatus.Done && written == hash.Length
            ? Of(hash)
            : throw new FormatException("An API key's hash is 64 hex digits.");
    }

    public bool Equals(KeyHash other) => ((A ^ other.A) | (B ^ other.B) | (C ^ other.C) | (D ^ other.D)) == 0;

    public override int GetHashCode() => A.GetHashCode();
}
