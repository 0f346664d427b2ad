using System.Net;
using DncActors.Gateway.Access;
using DncActors.Gateway.Errors;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.UnitTests.Gateway.ContactChecks.Rpc;

public sealed class RpcAccessTests
{
    static readonly V1.CheckRequest Free = new() { Phone = "2025550123", Channel = V1.Channel.Call };

    [Fact]
    public async Task A_key_that_checks_too_much_is_told_when_to_come_back_and_each_question_counts()
    {
        var time = new FakeTimeProvider();
        await using var host = await GatewayHost.StartAsync(options: o => o.RateLimits = new() { ChecksPerSecond = 2 }, time: time);
        using var calls = new RpcCalls(host.RpcAddress);
        await calls.BatchAsync(new() { Channel = V1.Channel.Call, E164S = { 12_025_550_123, 12_025_550_124, 12_025_550_125, 12_025_550_126 } });

        var refused = await RpcCalls.RefusedAsync(StatusCode.ResourceExhausted, "rate-limited", () => calls.CheckAsync(
            new() { E164 = 12_025_550_123, Channel = V1.Channel.Call }));

        Assert.Equal("2", refused.Trailers.GetValue("retry-after"));
        time.Advance(TimeSpan.FromSeconds(2));
        var question = new V1.StreamQuestion { Id = 1, E164 = 12_025_550_123, Channel = V1.Channel.Call };
        Assert.Equal(3, (await calls.AskAsync(question, question, question)).Count);
        await RpcCalls.RefusedAsync(StatusCode.ResourceExhausted, "rate-limited", () => calls.BatchAsync(
            new() { Channel = V1.Channel.Call, E164S = { 12_025_550_123 } }));
    }

    [Fact]
    public async Task Every_call_is_an_endpoint_that_declares_what_it_needs()
    {
        await using var host = await GatewayHost.StartAsync();
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<GrpcMethodMetadata>() is not null).ToArray();
        Assert.Equal(
            V1.ContactChecks.Descriptor.Methods.Select(m => $"/{V1.ContactChecks.Descriptor.FullName}/{m.Name}").Order(StringComparer.Ordinal),
            endpoints.Select(e => e.RoutePattern.RawText).Order(StringComparer.Ordinal));
        Assert.All(endpoints, e => Assert.Equal("contact.check", e.Metadata.GetRequiredMetadata<Need>().ToString()));
        Assert.DoesNotContain(
            host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(),
            e => e.RoutePattern.RawText!.Contains("unimplemented", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, StatusCode.Unauthenticated, "unauthenticated")]
    [InlineData("dnc_unknown", StatusCode.Unauthenticated, "unauthenticated")]
    [InlineData(GatewayHost.ClerkKey, StatusCode.PermissionDenied, "forbidden")]
    public async Task Who_may_not_check_is_refused_by_every_call(string? key, StatusCode status, string code)
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress, key);
        await RpcCalls.RefusedAsync(status, code, () => calls.CheckAsync(Free));
        await RpcCalls.RefusedAsync(status, code, () => calls.BatchAsync(new() { Channel = V1.Channel.Call, Phones = { "2025550123" } }));
        using var stream = calls.Open();
        await RpcCalls.RefusedAsync(status, code, () => stream.ResponseStream.MoveNext(calls.Cancellation));
    }

    [Fact]
    public async Task The_person_that_a_key_acts_for_is_treated_as_by_http()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        Assert.True((await calls.CheckAsync(Free, ("x-acting-user", "ann"))).Allowed);
        await RpcCalls.RefusedAsync(StatusCode.PermissionDenied, "forbidden", () => calls.CheckAsync(Free, ("x-acting-user", "nobody")));
        await RpcCalls.RefusedAsync(StatusCode.InvalidArgument, "validation", () => calls.CheckAsync(Free, ("x-acting-user", "two words")));
    }

    [Fact]
    public async Task What_is_no_call_is_answered_as_http_answers_it()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PostAsync("/dnc.v1.ContactChecks/Nothing", "{}")).IsProblem(HttpStatusCode.NotFound, "not-found");
        (await host.PostAsync("/dnc.v1.ContactChecks/Check", "{}")).IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        (await host.GetAsync("/dnc.v1.ContactChecks/Check")).IsProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public void Every_kind_of_problem_has_a_status_that_is_not_ok() =>
        Assert.All(ProblemKinds.All, kind => Assert.NotEqual(StatusCode.OK, RpcProblem.StatusOf(kind)));
}
