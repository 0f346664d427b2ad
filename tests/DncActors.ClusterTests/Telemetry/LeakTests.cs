using System.Net;
using System.Text;
using DncActors.ClusterTests.Contract;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Telemetry;

/// <summary>A phone, an email and a key go through every endpoint, with everything traced: none of them comes out where operators look.</summary>
public sealed class LeakTests
{
    const string Phone = "+12025550193";
    const string Email = "quite.known@people.example";

    /// <summary>In whatever form: the last four digits may be told.</summary>
    static readonly string[] Secrets = ["2025550193", "202-555-0193", "quite.known", "known@people", "known%40people", "battery staple", "pbkdf2"];

    static readonly string[] Queries =
    [
        "phone=%2B12025550193&channel=call", "phone=202-555-0193&channel=sms", $"email={Email}&channel=email", $"leadId={Email}&channel=call",
    ];

    [Fact]
    public async Task Nothing_personal_is_in_metrics_traces_or_logs()
    {
        await using var sink = await OtlpSink.StartAsync();
        await using var host = await HostProcess.StartAsync(Traced.By(sink).With("Dnc__Telemetry__OrganizationLabels", "100"));
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await ContractWorld.MakeAsync(admin);
        await CheckAsync(admin);
        await ChangeAsync(admin, world);
        foreach (var endpoint in (await Endpoints.ReadAsync(admin)).Where(e => !e.Streams))
        {
            await MistakeAsync(admin, endpoint);
        }
        using var stranger = admin.As("dnc_" + Email);
        (await stranger.GetAsync($"/v1/contact-checks?email={Email}&channel=email")).Expect(HttpStatusCode.Unauthorized);
        using var nobody = new Api(host.Address, null);
        var metrics = (await nobody.GetAsync("/metrics")).Expect(HttpStatusCode.OK).Text;
        await host.StopAsync();

        var shown = new Dictionary<string, string>
        {
            ["/metrics"] = metrics,
            ["traces"] = sink.TextOf("traces"),
            ["metrics sent"] = sink.TextOf("metrics"),
            ["logs sent"] = sink.TextOf("logs"),
            ["printed"] = WithoutTheKeyLine(host),
        };
        Assert.Contains("dnc_checks_total", shown["/metrics"], StringComparison.Ordinal);
        Assert.Contains("GET /v1/contact-checks", shown["traces"], StringComparison.Ordinal);
        Assert.Contains("dnc.checks", shown["metrics sent"], StringComparison.Ordinal);
        Assert.Contains("Telemetry: metrics", shown["logs sent"], StringComparison.Ordinal);
        foreach (var (where, text) in shown)
        {
            foreach (var secret in Secrets.Append(host.AdministratorKey).Append(world.Story.CrmKey))
            {
                var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
                Assert.True(at < 0, $"{where} tells '{secret}': …{Around(text, at)}…");
            }
        }
    }

    static async Task CheckAsync(Api admin)
    {
        foreach (var query in Queries) await admin.GetAsync("/v1/contact-checks?" + query);
        await admin.PostAsync("/v1/contact-checks", new { phone = Phone, channel = "call" });
        await admin.PostAsync("/v1/contact-checks", new { phone = Email, channel = "call" });
        await admin.PostAsync("/v1/contact-checks/batch", new { channel = "call", phones = new[] { Phone, Email } });
        await admin.PostAsync("/v1/contact-checks/batch?detail=true", new { channel = "email", emails = new[] { Phone, Email } });
    }

    static async Task ChangeAsync(Api admin, ContractWorld world)
    {
        var story = world.Story;
        (await admin.PostAsync("/v1/leads", story.Lead("L-known", story.New, ["east"], Phone, Email))).Expect(HttpStatusCode.Created);
        (await admin.PostAsync($"/v1/leads/L-known/actions/{story.DeadAction}/executions", new { note = $"{Phone} {Email}" })).Expect(HttpStatusCode.Created);
        await admin.GetAsync("/v1/contact-checks?leadId=L-known&channel=call");
        await admin.GetAsync($"/v1/leads?q={Email}");
        await admin.GetAsync("/v1/leads?phone=%2B12025550193");
        await admin.PatchAsync("/v1/leads/L-known", new { name = Email });
        (await admin.PostAsync("/v1/dnc/entries", new { phone = Phone, channels = new[] { "call" }, reason = Email })).Expect(HttpStatusCode.Created);
        var line = $$"""{"email":"{{Email}}","channels":["email"],"reason":"{{Phone}}"}""" + "\n";
        (await admin.PostTextAsync("/v1/dnc/entries/import", line + line + $"{{\"phone\":\"{Email}\"}}\n", "application/x-ndjson")).Expect(HttpStatusCode.OK);
        await admin.PostTextAsync("/v1/leads/import", $"name,phone,email\n{Email},{Phone},{Email}\n", "text/csv");
        (await admin.PutAsync("/v1/users/ann/password", new { password = "correct horse battery staple" })).Expect(HttpStatusCode.NoContent);
        (await admin.PostAsync("/v1/sessions", new { user = "ann", password = "correct horse battery staple" })).Expect(HttpStatusCode.Created);
        (await admin.PostAsync("/v1/sessions", new { user = Email, password = "wrong horse battery staple" })).Expect(HttpStatusCode.Unauthorized);
        await admin.GetAsync("/v1/dnc/entries?phone=%2B12025550193");
        await admin.GetAsync("/v1/dnc/entries/export");
        await admin.GetAsync("/v1/contact-checks?phone=%2B12025550193&channel=call");
    }

    /// <summary>The email where an id belongs, the phone in a query and in a body that wants neither.</summary>
    static async Task MistakeAsync(Api admin, Endpoint endpoint)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(endpoint.Template, @"\{[^}]+\}", Email);
        var content = endpoint.Method == HttpMethod.Get ? null : new StringContent($"{{\"{Email}\":\"{Phone}\"}}", Encoding.UTF8, "application/json");
        await admin.SendAsync(endpoint.Method, $"{path}?surprise={Email}&phone=%2B12025550193", content);
        await admin.SendAsync(HttpMethod.Get, path, null, request => request.Headers.Add("X-Acting-User", Email));
    }

    /// <summary>The first start prints the key, once and on purpose.</summary>
    static string WithoutTheKeyLine(HostProcess host) =>
        string.Join('\n', host.Output.Split('\n').Where(line => !line.StartsWith("Administrator key", StringComparison.Ordinal)));

    static string Around(string text, int at) => at < 0 ? "" : text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 100)];
}
