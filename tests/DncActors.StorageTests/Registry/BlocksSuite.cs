using CsCheck;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;

namespace DncActors.StorageTests.Registry;

/// <summary>What the log says of contact points, against a model that folds all entries anew each time.</summary>
public abstract class BlocksSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    const int Points = 6;

    static readonly Gen<(int Point, int Channels, int? Days)[]> Additions =
        Gen.Select(Gen.Int[0, Points - 1], Gen.Int[1, 3], Gen.Int[-2, 4].Nullable()).Array[0, 4];

    static readonly Gen<((int Point, int Channels, int? Days)[] Add, int[] Revoke)[]> Histories =
        Gen.Select(Additions, Gen.Int[0, 1_000].Array[0, 3]).Array[1, 25];

    [Fact]
    public Task After_any_history_each_change_carries_what_its_points_amount_to_and_an_index_made_of_them_is_right() =>
        Histories.SampleAsync(
            async history =>
            {
                // Each sample in an organization of its own: a store for each would be a minute of migrations.
                var organization = $"org-{Samples.Id()}";
                var alive = new List<DncEntry>();
                var index = new Dictionary<ContactPoint, BlockedUntil>();
                var from = await Store.Log.ReadHeadAsync(Cancel);
                foreach (var (add, revoke) in history)
                {
                    var commit = Plan(organization, alive, add, revoke);
                    var result = await Store.Ledger.CommitAsync(commit);
                    Assert.Equal(CommitOutcome.Done, result.Outcome);
                    foreach (var revoked in commit.Revoke) alive.RemoveAll(e => e.Id == revoked.EntryId);
                    alive.AddRange(commit.Add);

                    foreach (var change in await Store.Log.ReadOrganizationAsync(organization, from, true, 10, Cancel))
                    {
                        Assert.Equal(
                            change.What.Added.Select(e => e.Point).Concat(change.What.Revoked.Select(r => r.Point)).Distinct(),
                            change.Blocks.Select(b => b.Point));
                        Assert.All(change.Blocks, b => Assert.Equal(Model(alive, b.Point), b.Until));
                        foreach (var block in change.Blocks) index[block.Point] = block.Until;
                        from = change.Sequence;
                    }
                }
                Assert.All(index, i => Assert.Equal(Model(alive, i.Key), i.Value));
                await LoadedIsAsync(organization, alive);
            },
            iter: 60,
            threads: 1);

    static BlockedUntil Model(IEnumerable<DncEntry> alive, ContactPoint point) =>
        alive.Where(e => e.Point == point).Aggregate(BlockedUntil.Nothing, (until, e) => until.With(e.Channels, e.ExpiresAt));

    static ContactPoint Point(int number) => number % 3 == 2 ? Samples.Email($"p{number}") : Samples.Phone(number);

    static Commit Plan(string organization, List<DncEntry> alive, (int Point, int Channels, int? Days)[] add, int[] revoke)
    {
        var entries = add.Select(a => Samples.Entry(
            Point(a.Point), Point(a.Point).Kind == ContactPointKind.Email ? Channels.Email : (Channels)a.Channels,
            expiresAt: a.Days is { } days ? Samples.Now.AddDays(days) : null)).ToArray();
        var revoked = revoke.Where(_ => alive.Count > 0).Select(r => alive[r % alive.Count]).Distinct().Select(e => Samples.Revoke(e)).ToArray();
        return Samples.Commit() with
        {
            Organization = organization,
            Add = [.. entries],
            Revoke = [.. revoked],
            Changes =
            [
                new ChangeDraft { Type = ChangeTypes.EntriesAdded, Added = [.. entries] },
                new ChangeDraft { Type = ChangeTypes.EntryRevoked, Revoked = [.. revoked] },
            ],
        };
    }

    async Task LoadedIsAsync(string organization, List<DncEntry> alive)
    {
        var loaded = new Dictionary<ContactPoint, BlockedUntil>();
        await foreach (var chunk in Store.Blocks.ReadAllAsync(Cancel))
        {
            foreach (var (owner, block) in chunk)
            {
                if (owner == organization) loaded.Add(block.Point, block.Until);
            }
        }
        Assert.Equal(alive.Select(e => e.Point).ToHashSet(), loaded.Keys.ToHashSet());
        Assert.All(loaded, l => Assert.Equal(Model(alive, l.Key), l.Value));
    }
}
