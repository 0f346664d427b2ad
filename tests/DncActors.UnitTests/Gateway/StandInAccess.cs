using System.Security.Cryptography;
using System.Text;
using DncActors.Contracts.Access;
using DncActors.Domain.People;

namespace DncActors.UnitTests.Gateway;

/// <summary>Knows an administrator's key, a dialer's, and one of somebody who may read leads.</summary>
public sealed class StandInAccess : IAccessDirectory
{
    readonly byte[] _administrator = SHA256.HashData(Encoding.UTF8.GetBytes(GatewayHost.AdministratorKey));
    readonly byte[] _dialer = SHA256.HashData(Encoding.UTF8.GetBytes(GatewayHost.DialerKey));
    readonly byte[] _clerk = SHA256.HashData(Encoding.UTF8.GetBytes(GatewayHost.ClerkKey));

    public bool IsDialerRevoked { get; set; }

    public ValueTask<AccessAnswer> ResolveAsync(ReadOnlyMemory<byte> keyHash, string? actingUserId)
    {
        var permissions = keyHash.Span.SequenceEqual(_administrator) ? Permissions.All
            : keyHash.Span.SequenceEqual(_dialer) && !IsDialerRevoked ? Permissions.ContactCheck
            : keyHash.Span.SequenceEqual(_clerk) ? Permissions.LeadRead
            : Permissions.None;
        if (permissions == Permissions.None) return new(new AccessAnswer(null, AccessDenial.UnknownKey));
        if (actingUserId == "nobody") return new(new AccessAnswer(null, AccessDenial.UnknownUser));
        return new(new AccessAnswer(new CallerAccess("default", "k1", actingUserId, actingUserId ?? "key:k1", permissions, "US"), AccessDenial.None));
    }
}
