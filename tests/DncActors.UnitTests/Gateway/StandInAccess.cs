using System.Security.Cryptography;
using System.Text;
using DncActors.Contracts.Access;
using DncActors.Domain.People;

namespace DncActors.UnitTests.Gateway;

/// <summary>Knows an administrator's key, a dialer's, one of somebody who may read leads, and an administrator's of another organization.</summary>
public sealed class StandInAccess : IAccessDirectory
{
    readonly byte[] _administrator = SHA256.HashData(Encoding.UTF8.GetBytes(GatewayHost.AdministratorKey));
    readonly byte[] _dialer = SHA256.HashData(Encoding.UTF8.GetBytes(GatewayHost.DialerKey));
    readonly byte[] _clerk = SHA256.HashData(Encoding.UTF8.GetBytes(GatewayHost.ClerkKey));
    readonly byte[] _other = SHA256.HashData(Encoding.UTF8.GetBytes(GatewayHost.OtherKey));

    public bool IsDialerRevoked { get; set; }

    public ValueTask<AccessAnswer> ResolveAsync(ReadOnlyMemory<byte> keyHash, string? actingUserId)
    {
        var isOther = keyHash.Span.SequenceEqual(_other);
        var permissions = isOther || keyHash.Span.SequenceEqual(_administrator) ? Permissions.All
            : keyHash.Span.SequenceEqual(_dialer) && !IsDialerRevoked ? Permissions.ContactCheck
            : keyHash.Span.SequenceEqual(_clerk) ? Permissions.LeadRead
            : Permissions.None;
        if (permissions == Permissions.None) return new(new AccessAnswer(null, AccessDenial.UnknownKey));
        if (actingUserId == "nobody") return new(new AccessAnswer(null, AccessDenial.UnknownUser));
        var keyId = permissions == Permissions.All ? "k1" : "k2";
        var organization = isOther ? "other" : "default";
        var access = new CallerAccess(organization, keyId, actingUserId, actingUserId ?? $"key:{keyId}", permissions, "US");
        return new(new AccessAnswer(access, AccessDenial.None));
    }
}
