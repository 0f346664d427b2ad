using DncActors.Contracts.Access;

namespace DncActors.Gateway.Access;

/// <summary>A key as it came with a request.</summary>
/// <param name="Hash">SHA-256 of it, 32 bytes.</param>
/// <param name="Organization">Of whom it was when it was let in last; null where that is not known. Nothing may be answered by it: it is a guess.</param>
/// <param name="Region">Of that organization then.</param>
sealed record SentKey(byte[] Hash, string? Organization, string? Region)
{
    internal bool IsAsKept(CallerAccess access) => Organization == access.Organization && Region == access.Region;
}
