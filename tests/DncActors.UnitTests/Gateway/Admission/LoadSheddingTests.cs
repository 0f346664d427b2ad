using System.Net;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DncActors.UnitTests.Gateway.Admission;

public sealed class LoadSheddingTests : IDisposable
{
    const string Held = "/v1/held";
    const string Check = "/v1/contact-checks?phone=2025550123&channel=call";

    readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly SemaphoreSlim _begun = new(0);
    int _changed;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _begun.Dispose();

    [Fact]
    public async Task What_there_is_no_room_for_is_refused_at_once_and_nothing_of_it_is_done()
    {
        await using var host = await StartAsync(new() { ChangesAtOnce = 2, ChangesWaiting = 0 });
        var held = host.PostAsync(Held, "{}");
        await _begun.WaitAsync(Cancellation);

        var refused = (await host.PostAsync(Held, "{}", ("Idempotency-Key", "k-1"))).IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");

        Assert.Equal(("k-1", "1"), (refused.Header("Idempotency-Key"), refused.Header("Retry-After")));
        Assert.Equal("overloaded", refused.Json.GetProperty("rule").GetString());
        Assert.Contains("Nothing was done", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, _changed);
        _open.SetResult();
        Assert.Equal(HttpStatusCode.NoContent, (await held).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync(Held, "{}", ("Idempotency-Key", "k-1"))).Status);
        Assert.Equal(2, _changed);
    }

    [Fact]
    public async Task A_line_that_is_full_holds_up_no_check_no_health_and_nothing_that_is_light()
    {
        await using var host = await StartAsync(new() { ChangesAtOnce = 1, ChangesWaiting = 0 });
        var held = host.PostAsync(Held, "{}");
        await _begun.WaitAsync(Cancellation);
        (await host.PostAsync(Held, "{}")).IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");

        for (var i = 0; i < 20; i++)
        {
            (await host.GetAsync(Check)).IsOk();
            (await host.PostAsync("/v1/contact-checks", """{"phone":"2025550123","channel":"call"}""")).IsOk();
        }
        (await host.GetAsync("/healthz", key: null)).IsOk();
        (await host.GetAsync("/readyz", key: null)).IsOk();
        (await host.GetAsync("/v1/users")).IsOk();
        (await host.GetAsync("/v1/audit")).IsOk();
        (await host.PostAsync("/v1/contact-checks/batch", """{"channel":"call","phones":["2025550123"]}""")).IsOk();
        _open.SetResult();
        await held;
    }

    [Fact]
    public async Task One_organizations_flood_gets_nobody_elses_requests_refused()
    {
        await using var host = await StartAsync(new() { ChangesAtOnce = 2, ChangesWaiting = 3 });
        var flood = Enumerable.Range(0, 20).Select(_ => host.PostAsync(Held, "{}")).ToList();
        await _begun.WaitAsync(Cancellation);
        // One is worked on and three wait; all others have their answer.
        for (var refused = 0; refused < 16; refused++)
        {
            var answered = await Task.WhenAny(flood);
            flood.Remove(answered);
            (await answered).IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        }

        var others = Enumerable.Range(0, 4).Select(_ => host.SendAsync(HttpMethod.Post, Held, null, GatewayHost.OtherKey)).ToArray();
        // The other organization's first is worked on beside the flood.
        await _begun.WaitAsync(Cancellation);

        _open.SetResult();
        Assert.All(await Task.WhenAll([.. others, .. flood]), said => Assert.Equal(HttpStatusCode.NoContent, said.Status));
        Assert.Equal(8, _changed);
    }

    [Fact]
    public async Task Work_that_fails_and_clients_that_go_leave_no_place_taken()
    {
        await using var host = await StartAsync(new() { ChangesAtOnce = 1, ChangesWaiting = 1 });
        for (var i = 0; i < 3; i++) (await host.PostAsync("/v1/broken", "{}")).IsProblem(HttpStatusCode.InternalServerError, "internal");
        using var goes = new CancellationTokenSource();
        var going = host.Http.PostAsync(new Uri(Held, UriKind.Relative), null, goes.Token);
        await _begun.WaitAsync(Cancellation);

        await goes.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => going);
        _open.SetResult();
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync(Held, "{}")).Status);
    }

    [Fact]
    public async Task Every_endpoint_is_of_the_load_that_its_work_is()
    {
        await using var host = await StartAsync(new());
        var loads = host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/v1/", StringComparison.Ordinal) && e.Metadata.GetMetadata<EndpointText>() is not null)
            .Select(e => (Method: e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], Path: e.RoutePattern.RawText!, Endpoint: e))
            .Select(e => (Name: $"{e.Method} {e.Path}", e.Method, Load: EndpointLoad.Of(e.Endpoint.Metadata.GetMetadata<EndpointLoad>(), e.Method)))
            .ToList();

        Assert.True(loads.Count > 60, $"only {loads.Count} endpoints");
        Assert.Equal(
            [
                "Batch POST /v1/contact-checks/batch", "Check GET /v1/contact-checks", "Check POST /v1/contact-checks", "Export GET /v1/dnc/entries/export",
                "Import POST /v1/dnc/entries/import", "Import POST /v1/leads/import", "Read GET /v1/audit", "Read GET /v1/audit/access",
                "Read GET /v1/dnc/changes", "Read GET /v1/dnc/entries", "Read GET /v1/dnc/imports", "Read GET /v1/leads",
                "Read GET /v1/reports/action-usage", "Read GET /v1/reports/leads",
                "Scrub POST /v1/scrubs",
            ],
            loads.Where(e => e.Load is not (Load.Light or Load.Change)).Select(e => $"{e.Load} {e.Name}").Order(StringComparer.Ordinal));
        Assert.All(loads.Where(e => e.Load is Load.Light), e => Assert.Equal("GET", e.Method));
    }

    Task<GatewayHost> StartAsync(AdmissionOptions admission) => GatewayHost.StartAsync(
        app =>
        {
            app.MapCall(HttpMethods.Post, Held, async call =>
            {
                _begun.Release();
                await _open.Task.WaitAsync(call.Cancellation);
                Interlocked.Increment(ref _changed);
                return Answers.NoContent();
            }).NeedsKey();
            app.MapCall(HttpMethods.Post, "/v1/broken", _ => throw new InvalidDataException()).NeedsKey();
        },
        options => options.Admission = admission);
}
