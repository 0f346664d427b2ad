using System.Net;
using DncActors.Contracts.Access;
using DncActors.Gateway;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.Admission;

public sealed class RateLimitTests
{
    const string Check = "/v1/contact-checks?phone=2025550123&channel=call";

    readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_key_that_checks_too_much_is_told_what_its_limit_is_and_when_to_come_back()
    {
        await using var host = await StartAsync(new() { ChecksPerSecond = 2 });
        (await host.GetAsync(Check)).IsOk();
        (await host.PostAsync("/v1/contact-checks", """{"phone":"2025550123","channel":"call"}""")).IsOk();

        var said = (await host.GetAsync(Check)).IsProblem(HttpStatusCode.TooManyRequests, "rate-limited");

        Assert.Equal("1", said.Header("Retry-After"));
        Assert.Equal("rate.checks", said.Json.GetProperty("rule").GetString());
        Assert.Contains("2 contact points a second", said.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (await host.GetAsync(Check, GatewayHost.DialerKey)).IsOk();
        (await host.GetAsync(Check, GatewayHost.OtherKey)).IsOk();
        time.Advance(TimeSpan.FromSeconds(1));
        (await host.GetAsync(Check)).IsOk();
    }

    [Theory]
    [InlineData("/v1/contact-checks/batch", """{"channel":"call","phones":["2025550123","2025550124","2025550125","x"]}""")]
    [InlineData("/v1/contact-checks/batch", """{"channel":"email","emails":["a@example.com","b@example.com","c@example.com","x"]}""")]
    [InlineData("/v1/contact-checks/batch?detail=true", """{"channel":"call","phones":["2025550123","2025550124","2025550125","x"]}""")]
    public async Task A_batch_counts_each_of_its_contact_points_and_is_paid_for_afterwards(string path, string batch)
    {
        await using var host = await StartAsync(new() { ChecksPerSecond = 1 });
        (await host.PostAsync(path, batch)).IsOk();

        Assert.Equal("3", (await host.PostAsync(path, batch)).IsProblem(HttpStatusCode.TooManyRequests, "rate-limited").Header("Retry-After"));
        Assert.Equal("4", (await host.GetAsync(Check)).IsProblem(HttpStatusCode.TooManyRequests, "rate-limited").Header("Retry-After"));
        time.Advance(TimeSpan.FromSeconds(4));
        (await host.PostAsync(path, batch)).IsOk();
    }

    [Fact]
    public async Task A_file_counts_each_of_its_contact_points_and_is_paid_for_before_the_next_one_begins()
    {
        await using var host = await StartAsync(new() { ChecksPerSecond = 1 });
        (await host.SendAsync(HttpMethod.Post, "/v1/scrubs", File())).IsOk();

        var said = (await host.SendAsync(HttpMethod.Post, "/v1/scrubs", File())).IsProblem(HttpStatusCode.TooManyRequests, "rate-limited");

        Assert.Equal("2", said.Header("Retry-After"));
        time.Advance(TimeSpan.FromSeconds(3));
        (await host.SendAsync(HttpMethod.Post, "/v1/scrubs", File())).IsOk();

        static StringContent File() => new("2025550123\n2025550124\n2025550125\n", null, "text/csv");
    }

    [Fact]
    public async Task What_goes_on_for_long_waits_until_it_is_paid_for()
    {
        var caller = new CallerAccess("default", "1", null, "key:1", default, "US");
        var limits = new RateLimits(Options.Create(new DncGatewayOptions { RateLimits = new() { ChecksPerSecond = 10 } }), time, new AdmissionInstruments());
        await limits.WaitForChecksAsync(caller, 30, CancellationToken.None);

        var waiting = limits.WaitForChecksAsync(caller, 10, CancellationToken.None).AsTask();

        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await waiting;
    }

    [Fact]
    public async Task A_change_over_the_limit_is_not_begun_and_its_answer_names_the_key_to_repeat_it_with()
    {
        var begun = 0;
        await using var host = await GatewayHost.StartAsync(
            app => app.MapCall(HttpMethods.Post, "/v1/changes", _ =>
            {
                begun++;
                return Task.FromResult(Answers.NoContent());
            }).NeedsKey(),
            options => options.RateLimits = new() { ChangesPerSecond = 1 },
            time);
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync("/v1/changes", "{}")).Status);

        var said = (await host.PostAsync("/v1/changes", "{}", ("Idempotency-Key", "k-1"))).IsProblem(HttpStatusCode.TooManyRequests, "rate-limited");

        Assert.Equal(1, begun);
        Assert.Equal(("k-1", "1"), (said.Header("Idempotency-Key"), said.Header("Retry-After")));
        Assert.Contains("1 changes a second", said.Text, StringComparison.Ordinal);
        (await host.GetAsync(Check)).IsOk();
        (await host.GetAsync("/v1/audit")).IsOk();
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync("/v1/changes", "{}", ("Idempotency-Key", "k-1"))).Status);
    }

    [Fact]
    public async Task Nothing_is_limited_unless_it_is_set()
    {
        await using var host = await StartAsync(new());
        for (var i = 0; i < 200; i++) (await host.GetAsync(Check)).IsOk();
    }

    [Fact]
    public async Task What_cannot_work_stops_the_start_with_the_names_of_the_settings()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => GatewayHost.StartAsync(options: o =>
            (o.RateLimits, o.Admission) = (new() { ChecksPerSecond = -1 }, new() { ChangesAtOnce = 0, Patience = TimeSpan.Zero })));

        Assert.Equal(
            [
                "Dnc__Admission__ChangesAtOnce is 0: set it between 1 and 65536.",
                "Dnc__Admission__Patience is 00:00:00: set it between 00:00:00.1000000 and 00:01:00.",
                "Dnc__RateLimits__ChecksPerSecond is -1: set it between 0 and 1000000.",
            ],
            refused.Failures);
    }

    Task<GatewayHost> StartAsync(RateLimitOptions limits) => GatewayHost.StartAsync(options: o => o.RateLimits = limits, time: time);
}
