using System.Net;
using System.Net.Sockets;
using DncActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace DncActors.StorageTests.Sqlite;

/// <summary>Our SQL under Orleans' own grain storage, in a silo that has nothing else to do.</summary>
public sealed class OrleansStorageTests : IAsyncLifetime
{
    const string Name = "dnc";

    SqliteStore _store = null!;
    IHost _silo = null!;

    IGrainStorage Grains => _silo.Services.GetRequiredKeyedService<IGrainStorage>(Name);

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.StartAsync();
        _silo = await StartSiloAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.StopAsync(TestContext.Current.CancellationToken);
        _silo.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task A_state_is_written_read_changed_and_cleared()
    {
        var grain = GrainId.Create("group", "acme/east");
        var state = Of("one");
        await Grains.WriteStateAsync("cursor", grain, state);
        Assert.Equal("1", state.ETag);
        state.State!.Text = "two";
        await Grains.WriteStateAsync("cursor", grain, state);
        Assert.Equal("2", state.ETag);

        var read = await ReadAsync(grain);
        Assert.Equal(("two", "2", true), (read.State!.Text, read.ETag, read.RecordExists));

        await Grains.ClearStateAsync("cursor", grain, read);
        Assert.False((await ReadAsync(grain)).RecordExists);
        read.State!.Text = "three";
        await Grains.WriteStateAsync("cursor", grain, read);
        Assert.Equal("three", (await ReadAsync(grain)).State!.Text);
    }

    [Fact]
    public async Task A_state_that_is_not_there_is_read_as_none()
    {
        var read = await ReadAsync(GrainId.Create("group", "acme/nobody"));
        Assert.Equal((null, false), (read.ETag, read.RecordExists));
    }

    [Fact]
    public async Task A_stale_write_is_a_conflict_and_changes_nothing()
    {
        var grain = GrainId.Create("group", "acme/west");
        await Grains.WriteStateAsync("cursor", grain, Of("one"));
        var (mine, theirs) = (await ReadAsync(grain), await ReadAsync(grain));
        theirs.State!.Text = "theirs";
        await Grains.WriteStateAsync("cursor", grain, theirs);

        mine.State!.Text = "mine";
        await Assert.ThrowsAsync<InconsistentStateException>(() => Grains.WriteStateAsync("cursor", grain, mine));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Grains.WriteStateAsync("cursor", grain, Of("first")));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Grains.ClearStateAsync("cursor", grain, mine));

        Assert.Equal("theirs", (await ReadAsync(grain)).State!.Text);
    }

    [Fact]
    public async Task States_of_grains_and_names_that_look_alike_are_kept_apart()
    {
        (string Name, GrainId Grain)[] keys =
        [
            ("cursor", GrainId.Create("group", "acme/a")),
            ("cursor", GrainId.Create("group", "acme/A")),
            ("cursor", GrainId.Create("group", "acme/a ")),
            ("feed", GrainId.Create("group", "acme/a")),
        ];
        foreach (var (key, i) in keys.Select((key, i) => (key, i))) await Grains.WriteStateAsync(key.Name, key.Grain, Of($"{i}"));

        for (var i = 0; i < keys.Length; i++) Assert.Equal($"{i}", (await ReadAsync(keys[i].Grain, keys[i].Name)).State!.Text);
    }

    [Fact]
    public async Task Many_first_writes_at_once_all_succeed_and_survive_a_restart()
    {
        var grains = Enumerable.Range(0, 100).Select(i => GrainId.Create("group", $"acme/g{i}")).ToArray();
        await Task.WhenAll(grains.Select((grain, i) => Grains.WriteStateAsync("cursor", grain, Of($"{i}"))));
        await _silo.StopAsync(TestContext.Current.CancellationToken);
        _silo.Dispose();
        _silo = await StartSiloAsync();

        for (var i = 0; i < 100; i++) Assert.Equal($"{i}", (await ReadAsync(grains[i])).State!.Text);
    }

    static GrainState<OrleansStorageState> Of(string text) => new(new OrleansStorageState { Text = text });

    async Task<GrainState<OrleansStorageState>> ReadAsync(GrainId grain, string name = "cursor")
    {
        var state = new GrainState<OrleansStorageState>();
        await Grains.ReadStateAsync(name, grain, state);
        return state;
    }

    async Task<IHost> StartSiloAsync()
    {
        var silo = Host.CreateDefaultBuilder()
            .UseOrleans(builder => builder
                .UseLocalhostClustering(FreePort(), FreePort())
                .AddAdoNetGrainStorage(Name, options =>
                {
                    options.Invariant = SqliteStorageOptions.OrleansInvariant;
                    options.ConnectionString = _store.Options.OrleansConnectionString;
                }))
            .ConfigureLogging(logging => logging.ClearProviders())
            .Build();
        await silo.StartAsync(TestContext.Current.CancellationToken);
        return silo;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
