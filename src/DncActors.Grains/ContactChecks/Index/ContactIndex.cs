using System.Collections.Concurrent;
using System.Security.Cryptography;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Grains.ContactChecks.Index;

/// <summary>
/// Every contact point that is blocked anywhere, in this node's memory: what checks are answered from. Readers take no lock and never miss a key that is there
/// throughout; the one writer is the follower.
/// </summary>
public sealed class ContactIndex
{
    readonly ConcurrentDictionary<string, OrganizationIndex> _organizations = new(StringComparer.Ordinal);
    readonly EmailHashKey _emailKey;
    readonly ulong _seed;

    /// <param name="secret">24 random bytes of this index's own: without them nobody can choose contact points that crowd one place.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public ContactIndex(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, SecretSize, nameof(secret));
        _emailKey = EmailHashKey.From(secret);
        _seed = BitConverter.ToUInt64(secret[EmailHashKey.Size..]);
    }

    /// <summary>How many bytes of secret an index needs.</summary>
    public const int SecretSize = EmailHashKey.Size + sizeof(ulong);

    /// <summary>An empty index with a secret of its own.</summary>
    public static ContactIndex Create() => new(RandomNumberGenerator.GetBytes(SecretSize));

    /// <summary>How many contact points are in it, and how many bytes their slots take.</summary>
    public (long Points, long Bytes) Size => _organizations.Values.Aggregate((0L, 0L), (sum, o) => (sum.Item1 + o.Size.Points, sum.Item2 + o.Size.Bytes));

    public ContactKey KeyOf(in ContactPoint point) => ContactKey.Of(point, _emailKey);

    public ContactKey KeyOfEmail(ReadOnlySpan<char> email) => ContactKey.OfEmail(email, _emailKey);

    /// <summary>The organization's part, for many look-ups; null where nothing of it is blocked.</summary>
    public OrganizationIndex? Find(string organization) => _organizations.GetValueOrDefault(organization);

    /// <summary>Whether the contact point is blocked on the channel (one, not a set) at this time.</summary>
    public bool Blocks(string organization, in ContactKey key, Channels channel, long nowMilliseconds) =>
        Find(organization)?.Blocks(key, channel, nowMilliseconds) ?? false;

    /// <summary>Nothing is blocked any more: what it held is to be read anew. For the one writer, and only while nobody is answered from it.</summary>
    public void Clear() => _organizations.Clear();

    /// <summary>What the contact point's entries amount to from now on. For the one writer only.</summary>
    public void Replace(string organization, in ContactPoint point, in BlockedUntil until)
    {
        if (!_organizations.TryGetValue(organization, out var index))
        {
            if (until.IsNothing) return;
            index = new OrganizationIndex(_seed);
            index.Replace(KeyOf(point), until);
            _organizations[organization] = index;
            return;
        }
        index.Replace(KeyOf(point), until);
    }
}
