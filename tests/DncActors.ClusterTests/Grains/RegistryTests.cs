using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.ClusterTests.Grains;

public sealed class RegistryTests(GrainsCluster cluster) : IClassFixture<GrainsCluster>
{
    const ulong Number = 12025550123;
    static readonly ContactPoint _point = new(ContactPointKind.Phone, "+12025550123");

    [Fact]
    public async Task An_entry_blocks_when_it_is_answered_and_the_same_request_is_the_same_entry()
    {
        var it = await cluster.NewOrganizationAsync();
        var request = it.NewRequest();

        var first = TestOrganization.Ok(await Shard(it).AddAsync(request, Draft()));
        var again = TestOrganization.Ok(await Shard(it).AddAsync(request, Draft()));

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync(Number));
    }

    [Fact]
    public async Task A_block_is_explained_as_of_what_the_check_was_answered_by()
    {
        var it = await cluster.NewOrganizationAsync();
        var first = TestOrganization.Ok(await Shard(it).AddAsync(it.NewRequest(), Draft()));
        Assert.Equal([first.Id], await ExplainAsync(it));

        var second = TestOrganization.Ok(await Shard(it).AddAsync(it.NewRequest(), Draft() with { Reason = "By letter too" }));
        Assert.Equal(new Guid?[] { first.Id, second.Id }.Order(), (await ExplainAsync(it)).Order());

        TestOrganization.Ok(await Shard(it).RevokeAsync(it.NewRequest(), first, new("A mistake", null)));
        Assert.Equal([second.Id], await ExplainAsync(it));

        TestOrganization.Ok(await Shard(it).RevokeAsync(it.NewRequest(), second, new("A mistake", null)));
        Assert.Empty(await ExplainAsync(it));
        Assert.Equal(CheckVerdict.Allowed, await it.CheckAsync(Number));
    }

    [Fact]
    public async Task An_explanation_that_fails_is_an_empty_one()
    {
        var it = await cluster.NewOrganizationAsync();
        using var gone = new CancellationTokenSource();

        var reasons = await cluster.Checks.ExplainAsync(it.Id, _point, Channels.Call, long.MaxValue, gone.Token);

        Assert.Empty(reasons);
    }

    [Fact]
    public async Task Blocked_checks_are_counted_with_the_entries_that_blocked_them()
    {
        var it = await cluster.NewOrganizationAsync();
        var entry = TestOrganization.Ok(await Shard(it).AddAsync(it.NewRequest(), Draft()));
        var at = DateTimeOffset.UnixEpoch.AddYears(60);

        await Shard(it).CountHitsAsync([new(_point, Channels.Call, 3, at)]);
        await Shard(it).CountHitsAsync([new(_point, Channels.Sms, 2, at), new(_point, Channels.Email, 9, at)]);

        // One-way calls have no answer to wait for.
        var hits = await Shard(it).GetHitsAsync([entry.Id]);
        while (hits.Sum(h => h.Hits) < 5)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            hits = await Shard(it).GetHitsAsync([entry.Id]);
        }
        Assert.Equal([new EntryHits(entry.Id, 5, at)], hits);
    }

    [Fact]
    public async Task What_is_wrong_with_an_entry_is_named()
    {
        var it = await cluster.NewOrganizationAsync();

        var refused = await Shard(it).AddAsync(it.NewRequest(), Draft() with { Reason = "" });

        Assert.Equal(RefusalCode.Validation, refused.Refusal!.Code);
        Assert.Contains(refused.Refusal.Errors, e => e.Field == "reason");
    }

    IDncRegistryGrain Shard(TestOrganization it) => cluster.Grains.GetGrain<IDncRegistryGrain>(RegistryShards.KeyOf(it.Id, _point));

    async Task<IEnumerable<Guid?>> ExplainAsync(TestOrganization it)
    {
        var check = await cluster.Checks.CheckPhoneAsync(it.Id, Number, Channels.Call);
        var reasons = await cluster.Checks.ExplainAsync(it.Id, _point, Channels.Call, check.AsOf, TestContext.Current.CancellationToken);
        return reasons.Select(r => r.EntryId);
    }

    static EntryDraft Draft() => new(_point, Channels.Phone, "Asked by phone", null, EntrySource.Manual);
}
