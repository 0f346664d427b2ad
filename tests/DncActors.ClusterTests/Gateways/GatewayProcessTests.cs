using System.Net;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.TestServers.Postgres;

namespace DncActors.ClusterTests.Gateways;

/// <summary>The real host in the role of a gateway.</summary>
public sealed class GatewayProcessTests
{
    [Fact]
    public async Task A_gateway_listens_while_it_looks_for_its_first_silo_and_answers_from_it_and_goes_when_it_is_asked_to()
    {
        await using var database = await MigratedDatabase.CreateAsync();
        await using var gateway = HostProcess.Prepare(new HostStart()
            .With("Dnc__Role", "gateway")
            .With("Dnc__Storage", "postgres")
            .With("Dnc__ConnectionString", database.ConnectionString));
        gateway.Launch();
        using var anybody = new Api(gateway.Address, null);
        await gateway.AnswersAsync("/healthz", HttpStatusCode.OK);
        (await anybody.GetAsync("/readyz")).ExpectProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        using var stranger = anybody.As("dnc_stranger");
        (await stranger.GetAsync("/v1/leads")).ExpectProblem(HttpStatusCode.ServiceUnavailable, "unavailable");

        await using var silo = await SiloOnPostgres.StartAsync(database.ConnectionString);
        await gateway.ReadyAsync();

        using var admin = anybody.As(await silo.NewOrganizationAsync());
        var entry = new { phone = "+12025550123", channels = new[] { "call" }, reason = "Asked by phone" };
        (await admin.PostAsync("/v1/dnc/entries", entry)).Expect(HttpStatusCode.Created);
        Assert.False((await admin.GetAsync("/v1/contact-checks?phone=%2B12025550123&channel=call")).Expect(HttpStatusCode.OK)["allowed"].GetBoolean());
        (await stranger.GetAsync("/v1/leads")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal(0, await gateway.StopAsync());
    }
}
