using System.Net;
using System.Text;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Contract;

/// <summary>Two organizations, every endpoint: nothing crosses. And every endpoint asks for its permission.</summary>
public sealed class IsolationTests
{
    static readonly string[] AllPermissions =
        ["workflow.edit", "action.execute", "contact.check", "dnc.read", "dnc.write", "lead.read", "lead.write", "report.read", "admin"];

    [Fact]
    public async Task Nothing_of_one_organization_is_seen_or_changed_by_another()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await ContractWorld.MakeAsync(admin);
        var theirs = (await admin.PostAsync("/v1/organizations", new { name = "Others", region = "US" })).Expect(HttpStatusCode.Created)["key"].GetString()!;
        using var stranger = admin.As(theirs);
        var before = await HeadAsync(admin);

        foreach (var endpoint in (await Endpoints.ReadAsync(admin)).Where(e => e.Template.Contains('{', StringComparison.Ordinal)))
        {
            var answer = await CallAsync(stranger, endpoint, world);
            Assert.True(answer.Status == HttpStatusCode.NotFound, $"{endpoint}: another organization gets {(int)answer.Status}: {answer.Text}");
        }
        foreach (var endpoint in (await Endpoints.ReadAsync(admin)).Where(e => e.Method == HttpMethod.Get && !e.Streams && !e.Template.Contains('{',
            StringComparison.Ordinal)))
        {
            var answer = await stranger.GetAsync(endpoint.Template);
            foreach (var ours in new[] { world.Story.Workflow, world.Story.DeadAction, "L-contract", "contract@people.example", "+12025550188", "Inbound" })
            {
                Assert.False(endpoint.Permission is not null && answer.Text.Contains(ours, StringComparison.Ordinal),
                    $"{endpoint} tells another organization of {ours}");
            }
        }
        Assert.True((await stranger.GetAsync("/v1/contact-checks?phone=%2B12025550188&channel=call"))["allowed"].GetBoolean());
        Assert.Equal(before, await HeadAsync(admin));
        (await stranger.PostAsync("/v1/organizations", new { name = "Third", region = "US" })).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Every_endpoint_refuses_a_key_without_its_permission_and_a_caller_without_a_key()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await ContractWorld.MakeAsync(admin);
        using var nobody = new Api(host.Address, null);
        var without = new Dictionary<string, Api>();
        foreach (var permission in AllPermissions)
        {
            var role = (await admin.PostAsync("/v1/roles", new { name = $"All but {permission}", permissions = AllPermissions.Where(p => p != permission) }))
                .Expect(HttpStatusCode.Created).Id;
            without[permission] = admin.As((await admin.PostAsync("/v1/api-keys", new { name = permission, role }))
                .Expect(HttpStatusCode.Created)["key"].GetString()!);
        }
        var before = await HeadAsync(admin);

        foreach (var endpoint in (await Endpoints.ReadAsync(admin)).Where(e => e.Permission is not null))
        {
            (await CallAsync(nobody, endpoint, world)).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
            foreach (var permission in endpoint.Permission!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var answer = await CallAsync(without[permission], endpoint, world);
                Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{endpoint} without {permission}: {(int)answer.Status} {answer.Text}");
                answer.ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
            }
        }
        Assert.Equal(before, await HeadAsync(admin));
    }

    static Task<Answer> CallAsync(Api api, Endpoint endpoint, ContractWorld world)
    {
        var body = Samples.BodyOf(endpoint, world);
        var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return api.SendAsync(endpoint.Method, world.Fill(endpoint.Template), content);
    }

    static async Task<long> HeadAsync(Api admin) => (await admin.GetAsync("/v1/audit?limit=1"))
        .Expect(HttpStatusCode.OK)["items"][0].GetProperty("sequence").GetInt64();
}
