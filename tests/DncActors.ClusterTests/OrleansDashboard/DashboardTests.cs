using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DncActors.ClusterTests.Contract;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.OrleansDashboard;

/// <summary>Orleans' dashboard, as the real host shows it.</summary>
public sealed class DashboardTests
{
    const string Path = "/dashboard/orleans";

    static readonly string[] Open =
    [
        "/", "/index.html", "/index.min.js", "/index.css", "/favicon.ico", "/version", "/DashboardCounters", "/ClusterStats", "/GrainTypes", "/TopGrainMethods",
        "/Reminders", "/Reminders/1",
    ];

    static readonly string[] Shut =
        ["/GrainState?grainId=acme%2FL-contract&grainType=DncActors.Grains.Leads.LeadGrain", "/grainstate", "/GrainState/", "/Trace", "/trace", "/other"];

    [Fact]
    public async Task Administrators_of_the_first_organization_see_it_without_states_and_logs_and_nobody_else_sees_anything()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        await ContractWorld.MakeAsync(admin);
        using var nobody = new Api(host.Address, null);
        using var dialer = admin.As((await admin.PostAsync("/v1/api-keys", new { name = "Dialer", role = "dialer" }))["key"].GetString()!);
        using var other = admin.As((await admin.PostAsync("/v1/organizations", new { name = "Others", region = "US" }))["key"].GetString()!);

        foreach (var path in Open.Concat(Shut))
        {
            var asked = await nobody.GetAsync(Path + path);
            if (path == "/other")
            {
                asked.ExpectProblem(HttpStatusCode.NotFound, "not-found");
                continue;
            }
            asked.ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
            Assert.Equal("Basic", Assert.Single(asked.Headers.WwwAuthenticate).Scheme);
            (await dialer.GetAsync(Path + path)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
            (await other.GetAsync(Path + path)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        }
        foreach (var path in Open)
        {
            var shown = (await admin.GetAsync(Path + path)).Expect(HttpStatusCode.OK);
            foreach (var ours in new[] { "contract@people", "2025550177", "2025550188" }) Assert.DoesNotContain(ours, shown.Text, StringComparison.Ordinal);
        }
        Assert.Equal("[]", (await admin.GetAsync(Path + "/SiloCounters/127.0.0.1:11111@1")).Expect(HttpStatusCode.OK).Text);
        foreach (var path in Shut) (await admin.GetAsync(Path + path)).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        var page = (await admin.SendAsync(HttpMethod.Get, Path + "/", null, request => request.Headers.Authorization = Basic(host.AdministratorKey)))
            .Expect(HttpStatusCode.OK);
        Assert.Equal("text/html", page.MediaType);
    }

    [Fact]
    public async Task It_is_no_part_of_the_apis_document_and_can_be_switched_off()
    {
        await using var host = await HostProcess.StartAsync(new HostStart().With("Dnc__Dashboard", "false"));
        using var admin = new Api(host.Address, host.AdministratorKey);

        (await admin.GetAsync(Path)).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await admin.GetAsync(Path + "/DashboardCounters")).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        (await admin.GetAsync("/v1/cluster")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("/dashboard", (await admin.GetAsync("/openapi/v1.json")).Text, StringComparison.Ordinal);
    }

    static AuthenticationHeaderValue Basic(string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($":{key}")));
}
