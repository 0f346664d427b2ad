using System.Net;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace DncActors.UnitTests.Gateway.Access;

public sealed class AccessTests
{
    const string Check = "/v1/contact-checks?phone=%2B12025550123&channel=call";

    [Theory]
    [InlineData(null)]
    [InlineData("dnc_unknown")]
    [InlineData("")]
    public async Task Who_has_no_known_key_is_not_let_in(string? key)
    {
        await using var host = await GatewayHost.StartAsync();
        var said = (await host.GetAsync(Check, key)).IsProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal("Bearer", said.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_key_without_the_permission_is_told_which_it_lacks()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync(Check, GatewayHost.DialerKey)).IsOk();
        var said = (await host.GetAsync("/v1/audit", GatewayHost.DialerKey)).IsProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Contains("report.read", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acting_user_who_is_not_there_is_refused()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.SendAsync(HttpMethod.Get, Check, headers: ("X-Acting-User", "ann"))).IsOk();
        (await host.SendAsync(HttpMethod.Get, Check, headers: ("X-Acting-User", "nobody"))).IsProblem(HttpStatusCode.Forbidden, "forbidden");
        (await host.SendAsync(HttpMethod.Get, Check, headers: ("X-Acting-User", "two words"))).IsProblem(HttpStatusCode.BadRequest, "validation");
    }

    [Fact]
    public void An_endpoint_that_declares_nothing_is_found()
    {
        var bare = new RouteEndpointBuilder(
            _ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/v1/forgotten"), 0)
        { DisplayName = "forgotten" };
        var elsewhere = new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/console"), 0);
        var declared = new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/v1/known"), 0);
        declared.Metadata.Add(new Need(false, Permissions.Admin, Permissions.None));

        var rpc = new RouteEndpointBuilder(
            _ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/dnc.v1.Forgotten/Ask"), 0)
        { DisplayName = "forgotten call" };

        Assert.Equal(
            ["forgotten", "forgotten call"], Declarations.Undeclared([bare.Build(), elsewhere.Build(), declared.Build(), rpc.Build()]));
    }

    [Fact]
    public async Task An_endpoint_that_was_mapped_too_late_to_be_found_stays_shut()
    {
        await using var host = await GatewayHost.StartAsync(app => app.MapGet("/v1/forgotten", () => "open"));
        (await host.GetAsync("/v1/forgotten")).IsProblem(HttpStatusCode.InternalServerError, "internal");
    }

    [Fact]
    public void One_of_several_permissions_suffices_where_that_is_declared()
    {
        var any = new Need(false, Permissions.None, Permissions.ContactCheck | Permissions.DncRead);
        Assert.True(any.IsMetBy(Permissions.DncRead));
        Assert.False(any.IsMetBy(Permissions.All & ~any.Any));
        Assert.Equal("contact.check or dnc.read", any.ToString());
        var all = new Need(false, Permissions.LeadRead | Permissions.LeadWrite, Permissions.None);
        Assert.False(all.IsMetBy(Permissions.LeadRead));
        Assert.True(all.IsMetBy(Permissions.All));
    }

    [Fact]
    public void Every_permission_has_a_word() => Assert.Equal(
        DncActors.Client.People.PermissionNames.All, PermissionWords.NamesOf(Permissions.All));

    [Fact]
    public void A_hash_is_kept_for_headers_that_were_let_in_and_is_the_same()
    {
        var hashes = new KeyHashes();
        var first = hashes.Find("Bearer abc")!;
        Assert.Null(first.Organization);
        var letIn = first with { Organization = "default", Region = "US" };
        hashes.Keep("Bearer abc", letIn);
        Assert.Same(letIn, hashes.Find("Bearer abc"));
        hashes.Keep("Bearer abc", letIn with { Region = "DE" });
        Assert.Equal("DE", hashes.Find("Bearer abc")!.Region);
        Assert.Equal(first.Hash, hashes.Find("bearer  abc ")!.Hash);
        Assert.Null(hashes.Find("Basic abc"));
        Assert.Null(hashes.Find("Bearer "));
        Assert.Null(hashes.Find(default));
        Assert.Null(hashes.Find(new string[] { "Bearer abc", "Bearer abc" }));
    }
}
