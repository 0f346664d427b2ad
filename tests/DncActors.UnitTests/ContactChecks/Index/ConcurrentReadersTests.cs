using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Grains.ContactChecks.Index;

namespace DncActors.UnitTests.ContactChecks.Index;

public sealed class ConcurrentReadersTests
{
    const int Pinned = 500;
    const int Churned = 20_000;

    [Fact]
    public void A_reader_never_misses_what_is_there_throughout_nor_finds_what_never_was()
    {
        var index = ContactIndex.Create();
        var until = new BlockedUntil(BlockedUntil.Forever, BlockedUntil.Forever, BlockedUntil.Forever);
        foreach (var point in Points(0, Pinned)) index.Replace("acme", point, until);
        var there = Points(0, Pinned).Select(p => index.KeyOf(p)).ToArray();
        var never = Points(1_000_000, Pinned).Select(p => index.KeyOf(p)).ToArray();
        var (done, missed, invented, looks) = (false, 0, 0, 0L);

        var readers = Enumerable.Range(0, 2).Select(_ => new Thread(Read)).ToArray();
        foreach (var reader in readers) reader.Start();
        // Grows every segment many times, and moves what is pinned back and forth.
        for (var round = 0; round < 4; round++)
        {
            foreach (var point in Points(10_000, Churned)) index.Replace("acme", point, round % 2 == 0 ? until : new(5, 6, 7));
            foreach (var point in Points(10_000, Churned)) index.Replace("acme", point, BlockedUntil.Nothing);
        }
        Volatile.Write(ref done, true);
        foreach (var reader in readers) reader.Join();

        Assert.Equal(0, missed);
        Assert.Equal(0, invented);
        Assert.True(looks > 0);

        void Read()
        {
            while (!Volatile.Read(ref done))
            {
                foreach (var key in there)
                {
                    if (!index.Blocks("acme", key, key.IsPhone ? Channels.Call : Channels.Email, 1)) Interlocked.Increment(ref missed);
                }
                foreach (var key in never)
                {
                    if (index.Blocks("acme", key, key.IsPhone ? Channels.Call : Channels.Email, 1)) Interlocked.Increment(ref invented);
                }
                Interlocked.Add(ref looks, there.Length + never.Length);
            }
        }
    }

    [Fact]
    public void A_block_that_changes_between_one_end_and_several_is_never_seen_as_none()
    {
        var index = ContactIndex.Create();
        var point = new ContactPoint(ContactPointKind.Phone, "+12025550123");
        var key = index.KeyOf(point);
        index.Replace("acme", point, new(100, 100, 0));
        var (done, missed) = (false, 0);

        var reader = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                if (!index.Blocks("acme", key, Channels.Sms, 60)) Interlocked.Increment(ref missed);
            }
        });
        reader.Start();
        for (var i = 0; i < 100_000; i++) index.Replace("acme", point, i % 2 == 0 ? new(50, 100, 0) : new(100, 100, 0));
        Volatile.Write(ref done, true);
        reader.Join();

        Assert.Equal(0, missed);
    }

    static IEnumerable<ContactPoint> Points(int from, int count) => Enumerable.Range(from, count).Select(i => i % 2 == 0
        ? new ContactPoint(ContactPointKind.Phone, $"+1{2_000_000_000L + i}")
        : new ContactPoint(ContactPointKind.Email, $"ann{i}@example.com"));
}
