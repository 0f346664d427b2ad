using System.Globalization;
using System.Text;
using DncActors.Contracts.Identity;
using DncActors.Domain.ContactPoints;

namespace DncActors.Contracts.Registry;

/// <summary>Which shard of its organization's list a contact point belongs to: the same on every node and in every release, since shards keep what they
/// count.</summary>
public static class RegistryShards
{
    /// <summary>How many shards an organization's list has.</summary>
    public const int Count = 64;

    private const string Prefix = "shard-";
    private const uint FnvOffset = 2_166_136_261;
    private const uint FnvPrime = 16_777_619;

    /// <summary>0 to <see cref="Count"/> - 1.</summary>
    public static int Of(in ContactPoint point)
    {
        Span<byte> utf8 = stackalloc byte[EmailReader.MaxBytes];
        // Values were read, so they fit; what does not fit belongs to the shard of its kind.
        _ = Encoding.UTF8.TryGetBytes(point.Value, utf8, out var length);
        var hash = (FnvOffset ^ (uint)point.Kind) * FnvPrime;
        foreach (var unit in utf8[..length]) hash = (hash ^ unit) * FnvPrime;
        // The last bits of numbers that follow one another differ too little before they are folded.
        return (int)((hash ^ (hash >> 16)) % Count);
    }

    /// <summary>The key of the grain that has the contact point: <c>{organization}/shard-NN</c>. It does not tell the contact point.</summary>
    public static string KeyOf(string organization, in ContactPoint point) =>
        GrainKeys.Of(organization, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Of(point):00}"));

    /// <summary>The organization and the shard that a key was made of.</summary>
    /// <exception cref="FormatException">Nobody made that key with <see cref="KeyOf"/>.</exception>
    public static (string Organization, int Shard) ParseKey(string key)
    {
        var (organization, id) = GrainKeys.Parse(key);
        return id.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var shard)
            && shard < Count
            ? (organization, shard)
            : throw new FormatException("A shard's key is {organization}/shard-NN.");
    }
}
