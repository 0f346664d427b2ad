using DncActors.TestServers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;

namespace DncActors.StorageTests.GrainStorage;

/// <summary>Our SQL under Orleans' own grain storage, in a silo that has nothing else to do. Every engine must pass.</summary>
public abstract class GrainStorageSuite : IAsyncLifetime
{
    const string Name = "dnc";

    IHost _silo = null!;

    IGrainStorage Grains => _silo.Services.GetRequiredKeyedService<IGrainStorage>(Name);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await StartStoreAsync();
        _silo = await StartSiloAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopSiloAsync();
        await StopStoreAsync();
    }

    [Fact]
    public async Task A_state_is_written_read_changed_and_cleared()
    {
        var grain = GrainId.Create("group", "acme/east");
        var state = Of("one");
        await WriteAsync(grain, state);
        Assert.Equal("1", state.ETag);
        state.State!.Text = "two";
        await WriteAsync(grain, state);
        Assert.Equal("2", state.ETag);

        var read = await ReadAsync(grain);
        Assert.Equal(("two", "2", true), (read.State!.Text, read.ETag, read.RecordExists));

        await Grains.ClearStateAsync("cursor", grain, read);
        Assert.False((await ReadAsync(grain)).RecordExists);
        read.State!.Text = "three";
        await WriteAsync(grain, read);
        Assert.Equal("three", (await ReadAsync(grain)).State!.Text);
    }

    [Fact]
    public async Task A_state_that_is_not_there_is_read_as_none()
    {
        var read = await ReadAsync(GrainId.Create("group", "acme/nobody"));
        Assert.Equal((null, false), (read.ETag, read.RecordExists));
    }

    [Fact]
    public async Task A_large_state_is_read_as_it_was_written()
    {
        var grain = GrainId.Create("group", "acme/large");
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i} ñ 漢 \0 "));
        await WriteAsync(grain, Of(text));
        Assert.Equal(text, (await ReadAsync(grain)).State!.Text);
    }

    [Fact]
    public async Task A_stale_write_is_a_conflict_and_changes_nothing()
    {
        var grain = GrainId.Create("group", "acme/west");
        await WriteAsync(grain, Of("one"));
        var (mine, theirs) = (await ReadAsync(grain), await ReadAsync(grain));
        theirs.State!.Text = "theirs";
        await WriteAsync(grain, theirs);

        mine.State!.Text = "mine";
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(grain, mine));
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(grain, Of("first")));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Grains.ClearStateAsync("cursor", grain, mine));

        Assert.Equal("theirs", (await ReadAsync(grain)).State!.Text);
    }

    [Fact]
    public async Task A_write_over_a_state_that_was_never_there_is_a_conflict_and_makes_none()
    {
        var grain = GrainId.Create("group", "acme/never");
        var state = Of("one");
        state.ETag = "1";
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(grain, state));
        Assert.False((await ReadAsync(grain)).RecordExists);
    }

    [Fact]
    public async Task Of_many_first_writes_of_one_state_exactly_one_is_written()
    {
        for (var round = 0; round < 10; round++)
        {
            var grain = GrainId.Create("group", $"acme/raced-{round}");
            var writes = Enumerable.Range(0, 30).Select(i => Of($"{i}")).ToArray();
            var written = await RaceAsync(grain, writes);

            var read = await ReadAsync(grain);
            Assert.Equal((Assert.Single(written).State!.Text, "1"), (read.State!.Text, read.ETag));
        }
    }

    [Fact]
    public async Task Of_many_changes_of_one_version_exactly_one_is_written()
    {
        var grain = GrainId.Create("group", "acme/raced");
        await WriteAsync(grain, Of("first"));
        for (var version = 1; version <= 10; version++)
        {
            var read = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => ReadAsync(grain)));
            for (var i = 0; i < read.Length; i++) read[i].State!.Text = $"{version}.{i}";
            var written = await RaceAsync(grain, read);

            var now = await ReadAsync(grain);
            Assert.Equal((Assert.Single(written).State!.Text, $"{version + 1}"), (now.State!.Text, now.ETag));
        }
    }

    [Fact]
    public async Task States_of_grains_and_names_that_look_alike_are_kept_apart()
    {
        (string Name, GrainId Grain)[] keys =
        [
            ("cursor", GrainId.Create("group", "acme/a")),
            ("cursor", GrainId.Create("group", "acme/A")),
            ("cursor", GrainId.Create("group", "acme/a ")),
            ("cursor", GrainId.Create("group", "acme/ä")),
            ("cursor", GrainId.Create("group", "acme/a\u0308")),
            ("feed", GrainId.Create("group", "acme/a")),
            // Without the organization before them Orleans reads these as numbers, and each pair as one.
            ("cursor", GrainId.Create("group", "acme/020235")),
            ("cursor", GrainId.Create("group", "acme/20235")),
            ("cursor", GrainId.Create("group", "acme/1a")),
            ("cursor", GrainId.Create("group", "acme/1A")),
            ("cursor", GrainId.Create("group", "acme/shard-07")),
            ("cursor", GrainId.Create("group", "acme/shard-7")),
            ("cursor", GrainId.Create("group", "beef/shard-07")),
        ];
        foreach (var (key, i) in keys.Select((key, i) => (key, i))) await Grains.WriteStateAsync(key.Name, key.Grain, Of($"{i}"));

        for (var i = 0; i < keys.Length; i++) Assert.Equal($"{i}", (await ReadAsync(keys[i].Grain, keys[i].Name)).State!.Text);
    }

    [Fact]
    public async Task Many_first_writes_at_once_all_succeed_and_survive_a_restart()
    {
        var grains = Enumerable.Range(0, 100).Select(i => GrainId.Create("group", $"acme/g{i}")).ToArray();
        await Task.WhenAll(grains.Select((grain, i) => WriteAsync(grain, Of($"{i}"))));
        await StopSiloAsync();
        _silo = await StartSiloAsync();

        for (var i = 0; i < 100; i++) Assert.Equal($"{i}", (await ReadAsync(grains[i])).State!.Text);
    }

    /// <summary>An empty database with Orleans' tables.</summary>
    protected abstract Task StartStoreAsync();

    protected abstract ValueTask StopStoreAsync();

    /// <summary>Points the storage there.</summary>
    protected abstract void Use(AdoNetGrainStorageOptions options);

    protected async Task<IHost> StartSiloAsync()
    {
        var silo = Host.CreateDefaultBuilder()
            .UseOrleans(builder => builder.UseLocalhostClustering(FreePort.Take(), FreePort.Take()).AddAdoNetGrainStorage(Name, Use))
            .ConfigureLogging(logging => logging.ClearProviders())
            .Build();
        await silo.StartAsync(Cancel);
        return silo;
    }

    async Task StopSiloAsync()
    {
        await _silo.StopAsync(Cancel);
        _silo.Dispose();
    }

    static GrainState<OrleansStorageState> Of(string text) => new(new OrleansStorageState { Text = text });

    Task WriteAsync(GrainId grain, GrainState<OrleansStorageState> state) => Grains.WriteStateAsync("cursor", grain, state);

    async Task<GrainState<OrleansStorageState>> ReadAsync(GrainId grain, string name = "cursor")
    {
        var state = new GrainState<OrleansStorageState>();
        await Grains.ReadStateAsync(name, grain, state);
        return state;
    }

    /// <summary>Writes all at once. Returns those that were written; the others must have met a conflict.</summary>
    async Task<GrainState<OrleansStorageState>[]> RaceAsync(GrainId grain, GrainState<OrleansStorageState>[] states)
    {
        var won = await Task.WhenAll(states.Select(async state =>
        {
            try
            {
                await WriteAsync(grain, state);
                return true;
            }
            catch (InconsistentStateException)
            {
                return false;
            }
        }));
        return [.. states.Where((_, i) => won[i])];
    }
}
