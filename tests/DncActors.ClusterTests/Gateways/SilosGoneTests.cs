using System.Net;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Story;

namespace DncActors.ClusterTests.Gateways;

/// <summary>A gateway whose silos go.</summary>
public sealed class SilosGoneTests
{
    const string Check = "/v1/contact-checks?phone=%2B12025550123&channel=call";
    const int Before = 10;
    const int After = 10;

    [Fact]
    public async Task A_stream_misses_nothing_and_tells_nothing_twice_when_a_silo_stops()
    {
        await using var silos = await SilosAndGateway.StartAsync();
        using var admin = await silos.NewOrganizationAsync();
        var key = admin.Key!;
        var reading = SseReader.ReadAsync(admin.Http, "/v1/dnc/events?after=0", key, null, Before + After);
        for (var i = 0; i < Before; i++) await AddAsync(admin, i);

        await silos.Cluster.StopSiloAsync(silos.Cluster.Silos[0], TestContext.Current.CancellationToken);
        for (var i = Before; i < Before + After; i++) await AddAsync(admin, i);

        var told = (await reading).Select(e => e.EventId!).ToArray();
        var changes = (await SilosAndGateway.UntilAsync(HttpStatusCode.OK, () => admin.GetAsync("/v1/dnc/changes?after=0")))["items"].EnumerateArray();
        Assert.Equal(changes.Select(c => c.GetProperty("sequence").GetRawText()), told);
    }

    [Fact]
    public async Task Without_a_silo_a_gateway_answers_503_and_is_not_ready_and_with_one_again_it_is()
    {
        await using var silos = await SilosAndGateway.StartAsync();
        using var admin = await silos.NewOrganizationAsync();
        await SilosAndGateway.UntilAsync(HttpStatusCode.OK, () => admin.GetAsync("/readyz"));
        (await admin.GetAsync(Check)).Expect(HttpStatusCode.OK);

        await silos.Cluster.StopSilosAsync(TestContext.Current.CancellationToken);

        (await admin.GetAsync(Check)).ExpectProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        (await admin.GetAsync("/v1/leads/L-1")).ExpectProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        var why = await SilosAndGateway.UntilAsync(HttpStatusCode.ServiceUnavailable, () => admin.GetAsync("/readyz"));
        Assert.Equal("No silo can be reached.", why["detail"].GetString());
        (await admin.GetAsync("/healthz")).Expect(HttpStatusCode.OK);

        await silos.Cluster.StartAdditionalSiloAsync();

        await SilosAndGateway.UntilAsync(HttpStatusCode.OK, () => admin.GetAsync("/readyz"));
        (await SilosAndGateway.UntilAsync(HttpStatusCode.OK, () => admin.GetAsync(Check)))["allowed"].GetBoolean();
    }

    /// <summary>A 503 is unknown, and the same request again is the same entry.</summary>
    static Task<Answer> AddAsync(Api admin, int number)
    {
        var entry = new { phone = $"+1202555{number:0000}", channels = new[] { "call" }, reason = "Asked by phone" };
        return SilosAndGateway.UntilAsync(HttpStatusCode.Created, () => admin.PostAsync("/v1/dnc/entries", entry, $"add-{number}"));
    }
}
