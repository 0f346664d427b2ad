using System.Buffers.Binary;

namespace DncActors.Domain.ContactPoints;

/// <summary>
/// The secret that emails are hashed under in an index, 128 bits: without it nobody can choose two addresses that meet. One per index, from a random source.
/// </summary>
public readonly record struct EmailHashKey(ulong Low, ulong High)
{
    /// <summary>How many bytes a key is made of.</summary>
    public const int Size = 16;

    /// <summary>The key made of these 16 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 16.</exception>
    public static EmailHashKey From(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, Size, nameof(secret));
        return new EmailHashKey(BinaryPrimitives.ReadUInt64LittleEndian(secret), BinaryPrimitives.ReadUInt64LittleEndian(secret[sizeof(ulong)..]));
    }

    /// <summary>A secret shows itself nowhere.</summary>
    public override string ToString() => nameof(EmailHashKey);
}
