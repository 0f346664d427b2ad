using DncActors.Domain.Leases;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresLeaseTests : IAsyncLifetime
{
    PostgresStore _store = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    ILeaseStore Leases => _store.Leases;

    public async ValueTask InitializeAsync() => _store = await PostgresStore.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_row_that_is_taken_stands_as_it_was_taken()
    {
        var epoch = await Leases.TakeAsync("n1", "10.0.0.1:11111@7", 42, Cancel);

        Assert.Equal([new LeaseRow("n1", epoch, 42, false, "10.0.0.1:11111@7")], await Leases.ReadRowsAsync(Cancel));
    }

    [Fact]
    public async Task However_many_reads_wait_a_lease_is_taken_and_renewed_and_the_head_is_read()
    {
        var hold = new TaskCompletionSource<int>();
        var reads = Enumerable.Range(0, 50).Select(_ => _store.Engine.Loads.ReadAsync(_ => hold.Task, Cancel)).ToArray();

        var epoch = await Leases.TakeAsync("n1", "a", 0, Cancel);
        Assert.NotNull(await Leases.RenewAsync("n1", epoch, 0, Cancel));
        Assert.Equal(0, (await _store.Identity.ReadHeadAsync(Cancel)).Sequence);

        hold.SetResult(0);
        await Task.WhenAll(reads);
    }

    [Fact]
    public async Task An_epoch_is_never_given_twice_though_rows_go_and_come_at_once()
    {
        var first = await Leases.TakeAsync("n1", "a", 0, Cancel);
        await Leases.DeleteAsync("n1", first, Cancel);
        var epochs = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Leases.TakeAsync($"n{i % 2}", "a", 0, Cancel)));

        Assert.Equal(20, epochs.Distinct().Count());
        Assert.All(epochs, e => Assert.True(e > first));
        Assert.Equal(epochs.Order(), (await Leases.ReadRowsAsync(Cancel)).Select(r => r.Epoch));
    }

    [Fact]
    public async Task A_renewal_says_how_far_the_node_is_and_brings_the_databases_time_which_goes_on()
    {
        var epoch = await Leases.TakeAsync("n1", "a", 0, Cancel);
        var other = await Leases.TakeAsync("n2", "a", 0, Cancel);

        var one = await Leases.RenewAsync("n1", epoch, 17, Cancel);
        var two = await Leases.RenewAsync("n1", epoch, 18, Cancel);

        Assert.InRange(one!.Value, Samples.Now.AddYears(-5).ToUnixTimeMilliseconds(), two!.Value);
        Assert.Equal([(epoch, 18L), (other, 0L)], (await Leases.ReadRowsAsync(Cancel)).Select(r => (r.Epoch, r.Applied)));
    }

    [Fact]
    public async Task A_row_that_is_revoked_is_renewed_no_more_and_stands_until_it_is_deleted()
    {
        var epoch = await Leases.TakeAsync("n1", "a", 5, Cancel);

        Assert.True(await Leases.RevokeAsync("n1", epoch, Cancel));
        Assert.Null(await Leases.RenewAsync("n1", epoch, 6, Cancel));
        Assert.Equal([new LeaseRow("n1", epoch, 5, true, "a")], await Leases.ReadRowsAsync(Cancel));

        await Leases.DeleteAsync("n1", epoch, Cancel);
        Assert.Empty(await Leases.ReadRowsAsync(Cancel));
    }

    [Fact]
    public async Task A_row_that_is_gone_is_neither_renewed_nor_revoked_and_may_be_deleted_again()
    {
        var epoch = await Leases.TakeAsync("n1", "a", 0, Cancel);
        await Leases.DeleteAsync("n1", epoch, Cancel);
        var next = await Leases.TakeAsync("n1", "a", 0, Cancel);

        Assert.Null(await Leases.RenewAsync("n1", epoch, 1, Cancel));
        Assert.False(await Leases.RevokeAsync("n1", epoch, Cancel));
        await Leases.DeleteAsync("n1", epoch, Cancel);
        Assert.NotNull(await Leases.RenewAsync("n1", next, 1, Cancel));
    }

    [Fact]
    public async Task Another_node_neither_renews_nor_ends_a_row()
    {
        var epoch = await Leases.TakeAsync("n1", "a", 0, Cancel);

        Assert.Null(await Leases.RenewAsync("n2", epoch, 9, Cancel));
        Assert.False(await Leases.RevokeAsync("n2", epoch, Cancel));
        await Leases.DeleteAsync("n2", epoch, Cancel);

        Assert.Equal([new LeaseRow("n1", epoch, 0, false, "a")], await Leases.ReadRowsAsync(Cancel));
    }
}
