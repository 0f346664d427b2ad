namespace DncActors.Contracts.Access;

/// <summary>Turns a key into who calls. In a node the answer is in memory; a revoked key is refused as soon as its revocation was acknowledged, an
/// expired one by the database's time.</summary>
public interface IAccessDirectory
{
    /// <param name="keyHash">SHA-256 of the whole key, 32 bytes.</param>
    /// <param name="actingUserId">Of <c>X-Acting-User</c>, or null.</param>
    ValueTask<AccessAnswer> ResolveAsync(ReadOnlyMemory<byte> keyHash, string? actingUserId);
}
