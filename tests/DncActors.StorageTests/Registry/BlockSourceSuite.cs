using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.StorageTests.Registry;

public abstract class BlockSourceSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task An_empty_store_has_no_blocks() => Assert.Empty(await ReadAsync());

    [Fact]
    public async Task Every_point_of_every_organization_is_read_once_however_many_chunks_it_takes()
    {
        for (var i = 0; i < 12; i++)
        {
            var entries = Enumerable.Range(i * 1_000, 1_000).SelectMany(n => new[] { Samples.Entry(Samples.Phone(n)), Samples.Entry(Samples.Phone(n)) });
            await Store.Ledger.CommitAsync(Samples.Add([.. entries]) with { Organization = i < 6 ? "acme" : "other" });
        }
        await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(1))) with { Organization = "other" });

        var read = await ReadAsync();

        Assert.Equal(12_001, read.Count);
        Assert.Equal(12_001, read.Select(r => (r.Organization, r.Block.Point)).Distinct().Count());
        Assert.All(read, r => Assert.Equal(new BlockedUntil(BlockedUntil.Forever, BlockedUntil.Forever, 0), r.Block.Until));
    }

    [Fact]
    public async Task Points_whose_entries_are_all_revoked_are_left_out_and_expired_ones_are_not()
    {
        var revoked = Samples.Entry(Samples.Phone(1));
        var expired = Samples.Entry(Samples.Email("ada"), expiresAt: Samples.Now.AddDays(-1));
        await Store.Ledger.CommitAsync(Samples.Add(revoked, expired));
        await Store.Ledger.CommitAsync(Samples.RevokeAll(revoked));

        var (organization, block) = Assert.Single(await ReadAsync());

        Assert.Equal("acme", organization);
        Assert.Equal(new PointBlock(expired.Point, new BlockedUntil(0, 0, Samples.Now.AddDays(-1).ToUnixTimeMilliseconds())), block);
    }

    [Fact]
    public async Task A_point_is_blocked_on_each_channel_as_long_as_the_longest_of_its_entries_that_are_not_revoked()
    {
        var (soon, late) = (Samples.Now.AddDays(1), Samples.Now.AddDays(2));
        var revoked = Samples.Entry(Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Add(
            revoked,
            Samples.Entry(Samples.Phone(1), Channels.Call, expiresAt: late),
            Samples.Entry(Samples.Phone(1), Channels.Phone, expiresAt: soon),
            Samples.Entry(Samples.Phone(2), Channels.Sms),
            Samples.Entry(Samples.Phone(2), Channels.Phone, expiresAt: soon)));
        await Store.Ledger.CommitAsync(Samples.RevokeAll(revoked));

        var read = await ReadAsync();

        Assert.Equal(
            [
                ("acme", new PointBlock(Samples.Phone(1), new BlockedUntil(late.ToUnixTimeMilliseconds(), soon.ToUnixTimeMilliseconds(), 0))),
                ("acme", new PointBlock(Samples.Phone(2), new BlockedUntil(soon.ToUnixTimeMilliseconds(), BlockedUntil.Forever, 0))),
            ],
            read);
    }

    [Fact]
    public async Task Whoever_stops_reading_in_the_middle_can_begin_anew()
    {
        for (var i = 0; i < 20; i++)
            await Store.Ledger.CommitAsync(Samples.Add([.. Enumerable.Range(i * 1_000, 1_000).Select(n => Samples.Entry(Samples.Phone(n)))]));
        await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Email("o'hara\\"))));

        for (var i = 0; i < 10; i++)
        {
            await foreach (var chunk in Store.Blocks.ReadAllAsync(Cancel)) break;
        }

        Assert.Equal(20_001, (await ReadAsync()).Count);
    }

    async Task<List<(string Organization, PointBlock Block)>> ReadAsync()
    {
        var all = new List<(string, PointBlock)>();
        await foreach (var chunk in Store.Blocks.ReadAllAsync(Cancel)) all.AddRange(chunk);
        return all;
    }
}
