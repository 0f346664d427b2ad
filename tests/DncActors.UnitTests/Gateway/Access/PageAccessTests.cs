using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DncActors.UnitTests.Gateway.Access;

public sealed class PageAccessTests
{
    const string Page = "/pages/of-operators";

    [Fact]
    public async Task A_browser_is_asked_for_the_key_as_a_password_and_let_in_with_it()
    {
        await using var host = await StartAsync();
        var asked = (await host.GetAsync(Page, key: null)).IsProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.StartsWith("Basic realm=", asked.Header("WWW-Authenticate"), StringComparison.Ordinal);

        Assert.Equal("shown", (await BasicAsync(host, $":{GatewayHost.AdministratorKey}")).IsOk().Text);
        Assert.Equal("shown", (await BasicAsync(host, $"ann:{GatewayHost.AdministratorKey}")).IsOk().Text);
        Assert.Equal("shown", (await host.GetAsync(Page)).IsOk().Text);
    }

    [Theory]
    [InlineData(":dnc_unknown")]
    [InlineData(":")]
    [InlineData("dnc_administrator")]
    [InlineData("")]
    public async Task Another_password_is_asked_for_again(string pair)
    {
        await using var host = await StartAsync();
        var asked = (await BasicAsync(host, pair)).IsProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.StartsWith("Basic ", asked.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_of_the_first_organization_see_it()
    {
        await using var host = await StartAsync();
        (await host.GetAsync(Page, GatewayHost.DialerKey)).IsProblem(HttpStatusCode.Forbidden, "forbidden");
        var other = (await host.GetAsync(Page, GatewayHost.OtherKey)).IsProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Contains("organization.default-only", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_opens_nothing_of_the_api()
    {
        await using var host = await StartAsync();
        var said = (await BasicAsync(host, $":{GatewayHost.AdministratorKey}", "/v1/audit")).IsProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal("Bearer", said.Header("WWW-Authenticate"));
    }

    [Fact]
    public void A_key_that_comes_another_way_counts_where_there_is_no_header()
    {
        var pages = new PageKeys([new Cookie(null), new Cookie("dnc_of_the_cookie")]);
        var bare = new DefaultHttpContext();
        pages.Take(bare);
        Assert.Equal("Bearer dnc_of_the_cookie", bare.Request.Headers.Authorization);

        var sent = new DefaultHttpContext();
        sent.Request.Headers.Authorization = "Bearer dnc_of_the_header";
        pages.Take(sent);
        Assert.Equal("Bearer dnc_of_the_header", sent.Request.Headers.Authorization);
    }

    static Task<GatewayHost> StartAsync() => GatewayHost.StartAsync(app => app.MapGet(Page, () => "shown").NeedsPageOfDefault(Permissions.Admin));

    static async Task<Said> BasicAsync(GatewayHost host, string pair, string page = Page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Said(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    sealed class Cookie(string? key) : IPageKey
    {
        public string? Find(HttpContext context) => key;
    }
}
