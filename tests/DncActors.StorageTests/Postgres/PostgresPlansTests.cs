using DncActors.Storage.Postgres;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.StorageTests.Postgres;

/// <summary>A plan that was made when a table was nearly empty may go by any of its indexes.</summary>
public sealed class PostgresPlansTests(FilledPostgresStore filled) : IClassFixture<FilledPostgresStore>
{
    readonly FakeTimeProvider _time = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connections_plans_are_made_anew_after_a_second_whatever_others_did()
    {
        await using var connections = new PostgresConnections(filled.Store.Options);
        await using var one = await connections.Reads.OpenConnectionAsync(Cancel);
        await using var other = await connections.Reads.OpenConnectionAsync(Cancel);
        var plans = new PostgresPlans(_time);

        Assert.True(plans.AreOld(one));
        _time.Advance(TimeSpan.FromSeconds(.9));
        Assert.False(plans.AreOld(one));
        Assert.True(plans.AreOld(other));
        _time.Advance(TimeSpan.FromSeconds(.1));
        Assert.True(plans.AreOld(one));
        Assert.False(plans.AreOld(other));
    }

    [Fact]
    public async Task What_is_loaded_is_the_same_before_and_after_its_plans_are_made_anew()
    {
        await using var connections = new PostgresConnections(filled.Store.Options);
        await using var connection = await connections.Leads.OpenConnectionAsync(Cancel);
        var session = new PostgresSession(connection, prepares: true, new PostgresPlans(_time), 5, Cancel);
        (string, string, Guid?)[] asks = [("acme", "L1", Samples.Id(1)), ("acme", "nobody", null), ("acme", "L2", null)];

        var first = await PostgresLeadReads.LoadAsync(session, asks);
        var kept = await PostgresLeadReads.LoadAsync(session, asks);
        _time.Advance(TimeSpan.FromSeconds(2));
        var anew = await PostgresLeadReads.LoadAsync(session, asks);

        Assert.Equal(["L1", null, "L2"], first.Select(l => l.State?.Lead.Id));
        Same.As(first, kept);
        Same.As(first, anew);
    }
}
