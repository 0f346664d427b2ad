using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Storage.Postgres;
using DncActors.StorageTests.Registry;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresBlockSourceTests : BlockSourceSuite<PostgresEngine>
{
    [Fact]
    public async Task Ranges_of_any_length_end_with_whole_points()
    {
        ContactPoint[] points = [Samples.Phone(1), Samples.Phone(2), Samples.Phone(3), Samples.Email("ada"), Samples.Email("o'hara\\"), Samples.Email("zoë")];
        foreach (var organization in new[] { "acme", "it's another" })
        {
            for (var i = 0; i < points.Length; i++)
            {
                // One entry, two, ... six: the longest is longer than some of the ranges.
                var entries = Enumerable.Range(0, i + 1).Select(n => Samples.Entry(points[i], expiresAt: Samples.Now.AddDays(n)));
                await Store.Ledger.CommitAsync(Samples.Add([.. entries]) with { Organization = organization });
            }
        }
        var whole = await ReadAsync(PostgresBlockSource.RangeEntries);

        Assert.Equal(2 * points.Length, whole.Count);
        foreach (var entries in Enumerable.Range(1, 12)) Assert.Equal(whole, await ReadAsync(entries));
    }

    async Task<List<(string Organization, PointBlock Block)>> ReadAsync(int rangeEntries)
    {
        var all = new List<(string, PointBlock)>();
        await foreach (var chunk in new PostgresBlockSource(((PostgresStore)Store).Engine, rangeEntries).ReadAllAsync(Cancel)) all.AddRange(chunk);
        return all;
    }
}
