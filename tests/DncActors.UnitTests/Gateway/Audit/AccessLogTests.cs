using System.Net;
using DncActors.Domain.Audit;
using DncActors.Gateway.Audit;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.Audit;

public sealed class AccessLogTests
{
    const string Check = "/v1/contact-checks?phone=%2B12025550123&channel=call";

    readonly FakeTimeProvider _time = new(new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Who_is_not_known_is_recorded_by_a_piece_of_the_keys_hash_and_never_by_the_key()
    {
        await using var host = await GatewayHost.StartAsync(time: _time);
        for (var i = 0; i < 5; i++) (await host.GetAsync(Check, "dnc_guess")).IsProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        (await host.GetAsync(Check, key: null)).IsProblem(HttpStatusCode.Unauthorized, "unauthenticated");

        await KeptAsync(host, 2);

        var stranger = Assert.Single(host.AccessRecords.Records, r => r.Reason == "unknown_key");
        Assert.Equal((AccessKind.SignInFailed, "default", 5, null), (stranger.Kind, stranger.Organization, stranger.Requests, stranger.KeyId));
        Assert.Matches("^hash:[0-9a-f]{8}$", stranger.Actor);
        Assert.Equal("nobody", Assert.Single(host.AccessRecords.Records, r => r.Reason == "no_key").Actor);
    }

    [Fact]
    public async Task Checks_are_not_recorded_and_polls_are()
    {
        await using var host = await GatewayHost.StartAsync(time: _time);
        (await host.GetAsync(Check)).IsOk();
        (await host.GetAsync("/v1/dnc/changes?after=3&limit=10")).IsOk();

        await KeptAsync(host, 1);

        var poll = Assert.Single(host.AccessRecords.Records);
        Assert.Equal((AccessKind.EntriesFollowed, "key:k1", "k1", "after", ""), (poll.Kind, poll.Actor, poll.KeyId, poll.Filters, poll.Reason));
    }

    [Fact]
    public async Task What_the_store_does_not_take_is_sent_again_and_no_request_notices()
    {
        await using var host = await GatewayHost.StartAsync(time: _time);
        host.AccessRecords.IsDown = true;
        (await host.GetAsync("/v1/dnc/changes")).IsOk();
        await PassAsync(() => host.AccessRecords.Called.IsCompleted);
        Assert.Empty(host.AccessRecords.Records);
        (await host.GetAsync("/v1/dnc/changes?after=3")).IsOk();

        host.AccessRecords.IsDown = false;
        await KeptAsync(host, 2);

        Assert.Equal(["", "after"], host.AccessRecords.Records.Select(r => r.Filters).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_noted_is_kept_when_the_process_stops()
    {
        var host = await GatewayHost.StartAsync(time: _time);
        (await host.GetAsync("/v1/dnc/changes")).IsOk();
        var records = host.AccessRecords;

        await host.DisposeAsync();

        Assert.Single(records.Records);
    }

    [Fact]
    public async Task Records_are_told_to_their_organization()
    {
        await using var host = await GatewayHost.StartAsync(time: _time);
        (await host.GetAsync("/v1/dnc/changes?after=3")).IsOk();
        await KeptAsync(host, 1);

        var told = (await host.GetAsync("/v1/audit/access?kind=entries.followed")).IsOk().Json.GetProperty("items")[0];
        Assert.Equal(
            ("entries.followed", "key:k1", "after"),
            (told.GetProperty("kind").GetString(), told.GetProperty("actor").GetString(), told.GetProperty("filters")[0].GetString()));
        Assert.Equal(0, (await host.GetAsync("/v1/audit/access", GatewayHost.OtherKey)).IsOk().Json.GetProperty("items").GetArrayLength());
        (await host.GetAsync("/v1/audit/access", GatewayHost.DialerKey)).IsProblem(HttpStatusCode.Forbidden, "forbidden");
        (await host.GetAsync("/v1/audit/access?kind=entries")).IsProblem(HttpStatusCode.BadRequest, "validation");
        (await host.GetAsync("/v1/audit/access?from=2026-05-02&to=2026-05-01")).IsProblem(HttpStatusCode.BadRequest, "validation");
    }

    Task KeptAsync(GatewayHost host, int records) => PassAsync(() => host.AccessRecords.Records.Count == records);

    /// <summary>Lets the log's pause pass until that is so.</summary>
    async Task PassAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            _time.Advance(AccessLog.Pause);
            await Task.Yield();
        }
    }
}
