using DncActors.TestServers;
using DncActors.TestServers.Postgres;
using Npgsql;

namespace DncActors.ClusterTests.Clustering;

/// <summary>Silos that find each other in PostgreSQL, lose each other, and lose it.</summary>
public sealed class PostgresClusteringTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silo_that_is_cut_off_is_given_up_and_its_grains_go_on_elsewhere()
    {
        await using var database = await MigratedDatabase.CreateAsync();
        await using var relay = new TcpRelay(new NpgsqlConnectionStringBuilder(database.ConnectionString).Port);
        await using var one = await ClusterHost.StartSiloAsync(database.ConnectionString);
        await using var client = await ClusterHost.StartClientAsync(database.ConnectionString);
        await using (var other = await ClusterHost.StartSiloAsync(Through(relay, database.ConnectionString)))
        {
            var there = one.Grains.GetGrain<INoteGrain>(await FindNoteAsync(one, other.Address));
            await there.WriteAsync("kept");
            var here = await FindNoteAsync(one, one.Address);
            await other.Grains.GetGrain<INoteGrain>(here).WriteAsync("kept too");
            Assert.Equal("kept too", await client.Grains.GetGrain<INoteGrain>(here).ReadAsync());

            relay.Cut();
            one.Wire.Cut();
            other.Wire.Cut();

            await UntilAsync("given up", async () => (await FindAsync(one, other.Address)).Status == SiloStatus.Dead);
            Assert.Contains((await FindAsync(one, other.Address)).SuspectTimes ?? [], suspicion => suspicion.Item1.Equals(one.Address));
            // A call on its way to the silo while it is given up is sent back: callers ask again (CallRetry).
            await UntilAsync("asked elsewhere", () => IsAnsweredAsync(there));
            Assert.Equal(("kept", one.Address), (await there.ReadAsync(), await there.WhereAsync()));
            await there.WriteAsync("changed");
            Assert.Null(other.Fatal);

            // What it was told to end for is what it reads: as long as the database is out of its reach it goes on.
            relay.Mend();
            await UntilAsync("told", () => Task.FromResult(other.Fatal is not null));
        }
        one.Wire.Mend();

        await using var another = await ClusterHost.StartSiloAsync(database.ConnectionString);
        Assert.NotEmpty(await FindNoteAsync(one, another.Address));
        Assert.NotEmpty(await FindNoteAsync(client, another.Address));
        Assert.Null(one.Fatal);
    }

    [Fact]
    public async Task A_cluster_outlives_a_restart_of_its_database()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var database = await MigratedDatabase.CreateAsync(server);
        await using var one = await ClusterHost.StartSiloAsync(database.ConnectionString);
        await using var other = await ClusterHost.StartSiloAsync(database.ConnectionString);
        var there = one.Grains.GetGrain<INoteGrain>(await FindNoteAsync(one, other.Address));
        await there.WriteAsync("before");

        await server.StopImmediatelyAsync();
        Assert.Equal("before", await there.ReadAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => there.WriteAsync("meanwhile"));
        await server.StartAgainAsync();

        await UntilAsync("written", async () => await WritesAsync(there, "after"));
        var restarted = (await ReadAsync(one)).ToDictionary(member => member.SiloAddress, member => member.IAmAliveTime);
        await UntilAsync("alive", async () => (await ReadAsync(one)).All(m => m.Status == SiloStatus.Active && m.IAmAliveTime > restarted[m.SiloAddress]));
        Assert.Equal((2, "after"), (restarted.Count, await there.ReadAsync()));
        Assert.Equal((null, null), (one.Fatal, other.Fatal));
    }

    static string Through(TcpRelay relay, string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Port = relay.Port }.ConnectionString;

    /// <summary>A note that lives on this silo.</summary>
    static async Task<string> FindNoteAsync(ClusterHost from, SiloAddress silo)
    {
        var number = 0;
        var note = "";
        await UntilAsync($"placed on {silo}", async () =>
        {
            note = $"acme/note-{Interlocked.Increment(ref number)}-{silo.Generation}";
            return (await from.Grains.GetGrain<INoteGrain>(note).WhereAsync()).Equals(silo);
        });
        return note;
    }

    static async Task<MembershipEntry> FindAsync(ClusterHost from, SiloAddress silo) =>
        Assert.Single(await from.MembersAsync(), member => member.SiloAddress.Equals(silo));

    /// <summary>Again while the silo's connections are those from before the restart.</summary>
    static async Task<IReadOnlyList<MembershipEntry>> ReadAsync(ClusterHost from)
    {
        IReadOnlyList<MembershipEntry> members = [];
        await UntilAsync("read", async () =>
        {
            try
            {
                members = await from.MembersAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
        return members;
    }

    static async Task<bool> IsAnsweredAsync(INoteGrain note)
    {
        try
        {
            await note.ReadAsync();
            return true;
        }
        catch (OrleansException)
        {
            return false;
        }
    }

    static async Task<bool> WritesAsync(INoteGrain note, string text)
    {
        try
        {
            await note.WriteAsync(text);
            return true;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            return false;
        }
    }

    static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            try
            {
                await ticks.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
            {
                Assert.Fail($"Not {what} within {Patience}.");
            }
        }
    }
}
