using System.Net;

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
}
