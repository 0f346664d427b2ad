using System.Security.Cryptography;

namespace DncActors.Client.Transport;

/// <summary>Keys of 128 random bits, in hex.</summary>
public sealed class RandomIdempotencyKeys : IIdempotencyKeySource
{
    public string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
