using DncActors.TestServers.Postgres;

namespace DncActors.StorageTests.Postgres;

/// <summary>Our SQL under Orleans' own membership: what its protocol stands on.</summary>
public sealed class MembershipTests : IAsyncLifetime
{
    MigratedDatabase _database = null!;
    SiloTable _silo = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await MigratedDatabase.CreateAsync();
        _silo = await SiloTable.OpenAsync(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_cluster_begins_once_without_members()
    {
        await _silo.AddAsync(SiloTable.Entry(1));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _silo.Table.InitializeMembershipTableAsync(tryInitTableVersion: true, Cancel)));
        Assert.Equal(1, (await _silo.ReadAsync()).Version.Version);

        await using var other = await SiloTable.OpenAsync(_database, "other");
        var begun = await other.ReadAsync();
        Assert.Equal((0, "0", 0), (begun.Version.Version, begun.Version.VersionEtag, begun.Members.Count));
    }

    [Fact]
    public async Task A_member_is_read_as_it_was_written()
    {
        var entry = SiloTable.Entry(1, SiloStatus.Joining);
        await _silo.AddAsync(entry, SiloTable.Entry(2));
        AssertSame(entry, await _silo.ReadAsync(entry.SiloAddress));

        entry.Status = SiloStatus.Active;
        entry.IAmAliveTime = SiloTable.Start.AddHours(1);
        entry.AddSuspector(SiloTable.Entry(2).SiloAddress, SiloTable.Start.AddMinutes(1));
        entry.AddSuspector(SiloTable.Entry(3).SiloAddress, SiloTable.Start.AddMinutes(2));
        Assert.True(await _silo.UpdateAsync(entry, (await _silo.ReadAsync()).Version));

        AssertSame(entry, await _silo.ReadAsync(entry.SiloAddress));
        var all = await _silo.ReadAsync();
        Assert.Equal((3, 2), (all.Version.Version, all.Members.Count));
        AssertSame(entry, all.TryGet(entry.SiloAddress)?.Item1);
        AssertSame(SiloTable.Entry(2), all.TryGet(SiloTable.Entry(2).SiloAddress)?.Item1);
    }

    [Fact]
    public async Task The_version_is_read_where_the_member_is_not_there()
    {
        await _silo.AddAsync(SiloTable.Entry(1));
        var row = await _silo.Table.ReadRowAsync(SiloTable.Entry(2).SiloAddress, Cancel);
        Assert.Equal((1, 0), (row.Version.Version, row.Members.Count));
    }

    [Fact]
    public async Task A_change_that_cannot_be_whole_changes_nothing()
    {
        await _silo.AddAsync(SiloTable.Entry(1));
        var version = (await _silo.ReadAsync()).Version;

        Assert.False(await _silo.InsertAsync(SiloTable.Entry(1, SiloStatus.Dead), version));
        Assert.False(await _silo.UpdateAsync(SiloTable.Entry(2), version));
        Assert.Equal(version.Version, (await _silo.ReadAsync()).Version.Version);
        AssertSame(SiloTable.Entry(1), await _silo.ReadAsync(SiloTable.Entry(1).SiloAddress));

        await _silo.AddAsync(SiloTable.Entry(3));
        Assert.False(await _silo.InsertAsync(SiloTable.Entry(2), version));
        Assert.False(await _silo.UpdateAsync(SiloTable.Entry(1, SiloStatus.Dead), version));
        var now = await _silo.ReadAsync();
        Assert.Equal((2, 2), (now.Version.Version, now.Members.Count));
        AssertSame(SiloTable.Entry(1), await _silo.ReadAsync(SiloTable.Entry(1).SiloAddress));
    }

    [Fact]
    public async Task Of_many_changes_of_one_version_exactly_one_is_made()
    {
        const int Writers = 12;
        var silos = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => SiloTable.OpenAsync(_database)));
        for (var round = 0; round < 20; round++)
        {
            // Half of them add a member of their own, where there is one already the others change one.
            var before = await _silo.ReadAsync();
            var known = before.Members.Select(m => m.Item1.SiloAddress.Generation - SiloTable.FirstGeneration).DefaultIfEmpty(-1).First();
            var made = await Task.WhenAll(silos.Select((silo, i) =>
            {
                if (i % 2 == 0 || known < 0) return silo.InsertAsync(SiloTable.Entry((round * Writers) + i), before.Version);
                var changed = SiloTable.Entry(known, (SiloStatus)(1 + (i % 5)));
                changed.IAmAliveTime = SiloTable.Start.AddSeconds((round * Writers) + i);
                return silo.UpdateAsync(changed, before.Version);
            }));

            var after = await _silo.ReadAsync();
            var winner = Assert.Single(made.Index(), m => m.Item).Index;
            Assert.Equal(before.Version.Version + 1, after.Version.Version);
            var added = winner % 2 == 0 || known < 0;
            Assert.Equal(before.Members.Count + (added ? 1 : 0), after.Members.Count);
            if (!added) Assert.Contains(after.Members, m => m.Item1.IAmAliveTime == SiloTable.Start.AddSeconds((round * Writers) + winner));
        }
        foreach (var silo in silos) await silo.DisposeAsync();
    }

    [Fact]
    public async Task Members_and_version_are_read_of_one_moment()
    {
        const int Members = 150;
        var adding = AddAsync();
        var reads = 0;
        while (!adding.IsCompleted)
        {
            // Each member that was added moved the version by one.
            var seen = await _silo.ReadAsync();
            Assert.Equal(seen.Version.Version, seen.Members.Count);
            reads++;
        }
        await adding;
        Assert.True(reads > 1, "Nothing was read meanwhile.");
        Assert.Equal(Members, (await _silo.ReadAsync()).Members.Count);

        async Task AddAsync()
        {
            await using var other = await SiloTable.OpenAsync(_database);
            await other.AddAsync(Enumerable.Range(0, Members).Select(i => SiloTable.Entry(i)));
        }
    }

    [Fact]
    public async Task A_sign_of_life_moves_its_own_row_and_no_version()
    {
        await _silo.AddAsync(SiloTable.Entry(1), SiloTable.Entry(2));
        var before = await _silo.ReadAsync();
        var alive = SiloTable.Entry(1);
        alive.IAmAliveTime = SiloTable.Start.AddMinutes(5);
        alive.Status = SiloStatus.Dead;

        await _silo.Table.UpdateIAmAliveAsync(alive, Cancel);

        var after = await _silo.ReadAsync();
        Assert.Equal(before.Version.Version, after.Version.Version);
        alive.Status = SiloStatus.Active;
        AssertSame(alive, after.TryGet(alive.SiloAddress)?.Item1);
        AssertSame(SiloTable.Entry(2), after.TryGet(SiloTable.Entry(2).SiloAddress)?.Item1);
        Assert.True(await _silo.UpdateAsync(SiloTable.Entry(1, SiloStatus.Stopping), before.Version));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_those_long_dead_are_taken_away(bool oneByOne)
    {
        // Orleans before 10.4 deletes by one query; 10.4 reads, and deletes one by one what it has read, where there is a query for it.
        if (!oneByOne) await _database.ExecuteAsync("delete from OrleansQuery where QueryKey = 'CleanupDefunctSiloEntryKey'");
        await using var silo = await SiloTable.OpenAsync(_database);
        var cutoff = SiloTable.Start.AddDays(1);
        var silentButActive = SiloTable.Entry(1);
        var longDead = SiloTable.Entry(2, SiloStatus.Dead);
        var deadSinceToday = SiloTable.Entry(3, SiloStatus.Dead);
        deadSinceToday.IAmAliveTime = cutoff.AddSeconds(1);
        var startedToday = SiloTable.Entry(4, SiloStatus.Dead);
        startedToday.StartTime = cutoff.AddSeconds(1);
        var noLongerSuspected = SiloTable.Entry(5, SiloStatus.Dead);
        var suspectedLongAgo = SiloTable.Entry(6, SiloStatus.Dead);
        var stopping = SiloTable.Entry(7, SiloStatus.Stopping);
        await silo.AddAsync(silentButActive, longDead, deadSinceToday, startedToday, noLongerSuspected, suspectedLongAgo, stopping);
        noLongerSuspected.SuspectTimes = [];
        Assert.True(await silo.UpdateAsync(noLongerSuspected, (await silo.ReadAsync()).Version));
        suspectedLongAgo.AddSuspector(silentButActive.SiloAddress, SiloTable.Start);
        Assert.True(await silo.UpdateAsync(suspectedLongAgo, (await silo.ReadAsync()).Version));
        await using var others = await SiloTable.OpenAsync(_database, "other");
        await others.AddAsync(longDead);

        await silo.Table.CleanupDefunctSiloEntriesAsync(cutoff, Cancel);

        var left = (await silo.ReadAsync()).Members.Select(m => m.Item1.SiloName).Order(StringComparer.Ordinal);
        Assert.Equal(["node-1", "node-3", "node-4", "node-7"], left);
        Assert.Single((await others.ReadAsync()).Members);
    }

    [Fact]
    public async Task One_that_was_suspected_lately_is_kept()
    {
        var suspected = SiloTable.Entry(1, SiloStatus.Dead);
        await _silo.AddAsync(suspected);
        suspected.AddSuspector(SiloTable.Entry(2).SiloAddress, SiloTable.Start.AddDays(2));
        Assert.True(await _silo.UpdateAsync(suspected, (await _silo.ReadAsync()).Version));

        await _silo.Table.CleanupDefunctSiloEntriesAsync(SiloTable.Start.AddDays(1), Cancel);

        Assert.Single((await _silo.ReadAsync()).Members);
    }

    [Fact]
    public async Task A_client_finds_the_active_silos_that_take_clients()
    {
        var noClients = SiloTable.Entry(2);
        noClients.ProxyPort = 0;
        await _silo.AddAsync(SiloTable.Entry(1), noClients, SiloTable.Entry(3, SiloStatus.Joining), SiloTable.Entry(4, SiloStatus.Dead));

        Assert.Equal(["gwy.tcp://10.0.0.7:30001/501"], await SiloTable.GatewaysAsync(_database));
        Assert.Empty(await SiloTable.GatewaysAsync(_database, "other"));
    }

    [Fact]
    public async Task A_cluster_that_is_taken_away_takes_its_members_along_and_nobody_elses()
    {
        await _silo.AddAsync(SiloTable.Entry(1));
        await using var other = await SiloTable.OpenAsync(_database, "other");
        await other.AddAsync(SiloTable.Entry(1), SiloTable.Entry(2));

        await other.Table.DeleteMembershipTableEntriesAsync("other", Cancel);
        await other.Table.InitializeMembershipTableAsync(tryInitTableVersion: true, Cancel);

        Assert.Empty((await other.ReadAsync()).Members);
        Assert.Single((await _silo.ReadAsync()).Members);
    }

    [Theory]
    [InlineData("GatewaysQueryKey")]
    [InlineData("MembershipReadRowKey")]
    [InlineData("MembershipReadAllKey")]
    [InlineData("InsertMembershipVersionKey")]
    [InlineData("UpdateIAmAlivetimeKey")]
    [InlineData("InsertMembershipKey")]
    [InlineData("UpdateMembershipKey")]
    [InlineData("DeleteMembershipTableEntriesKey")]
    [InlineData("CleanupDefunctSiloEntriesKey")]
    public async Task A_missing_query_fails_the_start_by_its_name(string key)
    {
        await _database.ExecuteAsync($"delete from OrleansQuery where QueryKey = '{key}'");
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => SiloTable.OpenAsync(_database));
        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }

    static void AssertSame(MembershipEntry expected, MembershipEntry? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(
            (expected.SiloAddress, expected.SiloName, expected.HostName, expected.Status, expected.ProxyPort, expected.StartTime, expected.IAmAliveTime),
            (actual.SiloAddress, actual.SiloName, actual.HostName, actual.Status, actual.ProxyPort, actual.StartTime, actual.IAmAliveTime));
        Assert.Equal(expected.SuspectTimes ?? [], actual.SuspectTimes ?? []);
    }
}
