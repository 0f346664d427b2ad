using CsCheck;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Grains.ContactChecks.Index;

namespace DncActors.UnitTests.ContactChecks.Index;

public sealed class ContactIndexProperties
{
    static readonly byte[] _secret = [.. Enumerable.Range(1, ContactIndex.SecretSize).Select(i => (byte)i)];

    static readonly Gen<ContactPoint> _point = Gen.OneOf(
        Gen.Int[0, 300].Select(i => new ContactPoint(ContactPointKind.Phone, $"+1202555{i:0000}")),
        Gen.Int[0, 300].Select(i => new ContactPoint(ContactPointKind.Email, $"ann{i}@example.com")));

    static readonly Gen<long> _end = Gen.OneOf(Gen.Const(0L), Gen.Const(BlockedUntil.Forever), Gen.Long[1, 20]);

    static readonly Gen<BlockedUntil> _until = Gen.Select(_end, _end, _end, (call, sms, email) => new BlockedUntil(call, sms, email));

    [Fact]
    public void The_index_answers_as_a_plain_dictionary_would()
    {
        Gen.Select(_point, _until).Array[1, 2_000].Sample(
            replacements =>
            {
                var index = new ContactIndex(_secret);
                var model = new Dictionary<ContactPoint, BlockedUntil>();
                foreach (var (point, until) in replacements)
                {
                    index.Replace("acme", point, until);
                    model[point] = until;
                }
                return model.All(known => Agree(index, known.Key, known.Value)) && index.Size.Points == model.Count(known => !known.Value.IsNothing);
            },
            iter: 300);
    }

    [Fact]
    public void What_was_never_listed_is_not_blocked_however_much_is() =>
        Gen.Int[1, 5_000].Sample(
            count =>
            {
                var index = new ContactIndex(_secret);
                for (var i = 0; i < count; i++) index.Replace("acme", Phone(i), new(BlockedUntil.Forever, BlockedUntil.Forever, 0));
                return Enumerable.Range(count, 1_000).All(i => !index.Blocks("acme", index.KeyOf(Phone(i)), Channels.Call, 0))
                    && Enumerable.Range(0, count).All(i => index.Blocks("acme", index.KeyOf(Phone(i)), Channels.Call, 0));
            },
            iter: 50);

    [Fact]
    public void Organizations_know_nothing_of_each_other()
    {
        var index = new ContactIndex(_secret);
        index.Replace("acme", Phone(1), new(BlockedUntil.Forever, 0, 0));

        Assert.True(index.Blocks("acme", index.KeyOf(Phone(1)), Channels.Call, 0));
        Assert.False(index.Blocks("other", index.KeyOf(Phone(1)), Channels.Call, 0));
    }

    [Fact]
    public void Channels_that_end_at_different_times_end_each_at_its_own()
    {
        var index = new ContactIndex(_secret);
        index.Replace("acme", Phone(1), new(Call: 10, Sms: 20, Email: 0));
        var key = index.KeyOf(Phone(1));

        Assert.True(index.Blocks("acme", key, Channels.Call, 9));
        Assert.False(index.Blocks("acme", key, Channels.Call, 10));
        Assert.True(index.Blocks("acme", key, Channels.Sms, 19));
        Assert.False(index.Blocks("acme", key, Channels.Sms, 20));
    }

    [Theory]
    [InlineData(ContactPointKind.Phone, 26)]
    [InlineData(ContactPointKind.Email, 40)]
    public void A_contact_point_takes_few_bytes_at_every_size(ContactPointKind kind, int mostBytes)
    {
        var index = new ContactIndex(_secret);
        for (var i = 0; i < 200_000; i++)
        {
            var point = kind == ContactPointKind.Phone ? Phone(i) : new(kind, $"ann{i}@example.com");
            index.Replace("acme", point, new(BlockedUntil.Forever, BlockedUntil.Forever, BlockedUntil.Forever));
            if (i < 50_000 || i % 500 != 0) continue;
            var (points, bytes) = index.Size;
            Assert.True(bytes <= points * mostBytes, $"{bytes} bytes for {points} contact points");
        }
    }

    static bool Agree(ContactIndex index, ContactPoint point, BlockedUntil until) =>
        new[] { Channels.Call, Channels.Sms, Channels.Email }.All(channel => Enumerable.Range(0, 22).All(now =>
            index.Blocks("acme", index.KeyOf(point), channel, now) == until.Blocks(channel, now)));

    static ContactPoint Phone(int i) => new(ContactPointKind.Phone, $"+1{2_000_000_000L + (i * 7_919L)}");
}
