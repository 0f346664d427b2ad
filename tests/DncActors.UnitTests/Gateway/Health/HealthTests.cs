using System.Net;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Audit;
using DncActors.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DncActors.UnitTests.Gateway.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_node_that_may_not_answer_says_why_and_is_alive_all_the_same()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync("/readyz", key: null)).IsOk();
        host.Node.WhyNot = "The index is being loaded.";
        var said = (await host.GetAsync("/readyz", key: null)).IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Contains("being loaded", said.Text, StringComparison.Ordinal);
        (await host.GetAsync("/healthz", key: null)).IsOk();
    }

    [Fact]
    public async Task A_host_without_the_api_says_how_it_is_and_nothing_else()
    {
        var node = new StandInNode { WhyNot = "The silo is starting." };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<INodeReadiness>(node);
        builder.Services.AddSingleton<IAccessStore, StandInAccessRecords>();
        builder.Services.AddDncGateway();
        await using var silo = builder.Build();
        silo.MapDncHealth();
        await silo.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(silo.Urls.Single()) };

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/healthz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/readyz"));
        node.WhyNot = null;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/readyz"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/v1/contact-checks?phone=%2B12025550123&channel=call"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/v1/leads"));

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }
}
