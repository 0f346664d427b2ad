using System.Collections.Immutable;
using System.Text.Json;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Registry;
using DncActors.Grains.Imports;

namespace DncActors.UnitTests.Imports;

public sealed class ChunkFingerprintTests
{
    static readonly Guid _order = StableId.Of("order");

    static ImmutableArray<EntryDraft> Drafts(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new EntryDraft(
            new(ContactPointKind.Phone, $"+1202555{i:0000}"), Channels.Call, "Höflich", DateTimeOffset.UnixEpoch, EntrySource.OptOut)),
    ];

    /// <summary>It is stored: an import that an older release began is sent again to a newer one.</summary>
    [Fact]
    public void It_is_that_of_the_order_and_its_drafts_as_json_whole()
    {
        var drafts = Drafts(500);
        var json = JsonSerializer.SerializeToUtf8Bytes(new { Order = _order, Drafts = drafts });
        Assert.Equal(StableId.Of(json), ChunkFingerprint.Of(_order, drafts));
        Assert.NotEqual(ChunkFingerprint.Of(_order, drafts), ChunkFingerprint.Of(_order, drafts[..499]));
    }

    [Fact]
    public void What_is_no_hash_makes_no_id() => Assert.Throws<ArgumentException>(() => StableId.OfHash([1, 2, 3]));
}
