using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Contract;

/// <summary>Every endpoint under junk: an answer of 4xx with a problem that says what to mend, never a 500, never a hang, and the store as it was.</summary>
public sealed class JunkTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Junk_in_bodies_is_refused_with_a_problem_and_changes_nothing()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await ContractWorld.MakeAsync(admin);
        var sent = 0;
        foreach (var endpoint in (await Endpoints.ReadAsync(admin)).Where(IsOfTheApi))
        {
            if (Samples.BodyOf(endpoint, world) is not { } sample)
            {
                continue;
            }
            var head = await HeadAsync(admin);
            foreach (var body in Junk.Of(sample))
            {
                var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                var answer = await admin.SendAsync(endpoint.Method, world.Fill(endpoint.Template), content);
                sent++;
                Judge(endpoint, answer, Encoding.UTF8.GetString(body));
                // Wrong passwords are in the record, too.
                if ((int)answer.Status < 300 || endpoint.Template.EndsWith("/password", StringComparison.Ordinal) || endpoint.Permission is null)
                {
                    head = await HeadAsync(admin);
                }
            }
            Assert.Equal(head, await HeadAsync(admin));
        }
        output.WriteLine($"{sent} bodies");
        Assert.True(sent > 2_000);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/readyz")).Status);
    }

    [Fact]
    public async Task Junk_in_paths_queries_and_headers_is_refused_with_a_problem()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await ContractWorld.MakeAsync(admin);
        var head = await HeadAsync(admin);
        string[] queries =
        [
            "limit=0", "limit=-1", "limit=1001", "limit=x", "limit=1&limit=2", "cursor=junk", "cursor=%00", "cursor=" + new string('A', 3_000), "surprise=1",
                "from=yesterday", "to=%FF",
            "phone=&channel=call", "phone=x&channel=fax", "phone=%2B12025550123", "channel=call", "phone=%2B12025550123&email=a%40b.example&channel=call",
                "activeOn=2026-99-99", "source=magic",
            "groupBy=moon", "doNotContact=perhaps", "after=-1", "after=x", "dryRun=maybe", "explain=2", "q=%00", "leadId=" + new string('L', 4_000),
        ];
        string[] ids = ["%00", "%2e%2e%2f", new string('i', 2_000), "%F0%9F%93%9E", "a%20b", "'", "%ED%A0%80"];
        foreach (var endpoint in (await Endpoints.ReadAsync(admin)).Where(e => e.Permission is not null && !e.Streams))
        {
            if (endpoint.Method == HttpMethod.Get)
            {
                foreach (var query in queries)
                {
                    var answer = await admin.GetAsync($"{world.Fill(endpoint.Template)}?{query}");
                    Judge(endpoint, answer, query);
                    if (query is "surprise=1" or "limit=1&limit=2")
                    {
                        Assert.True((int)answer.Status is >= 400 and < 500, $"{endpoint}?{query}: {(int)answer.Status}");
                    }
                }
            }
            if (endpoint.Template.Contains('{', StringComparison.Ordinal))
            {
                foreach (var id in ids)
                {
                    var path = System.Text.RegularExpressions.Regex.Replace(endpoint.Template, @"\{[^}]+\}", id);
                    var body = Samples.BodyOf(endpoint, world);
                    var answer = await admin.SendAsync(endpoint.Method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));
                    Judge(endpoint, answer, path);
                    Assert.True((int)answer.Status is >= 400 and < 500, $"{endpoint} {path}: {(int)answer.Status}");
                }
            }
        }
        Assert.Equal(head, await HeadAsync(admin));
    }

    [Fact]
    public async Task Wrong_content_types_and_oversize_bodies_are_refused_with_a_problem()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await ContractWorld.MakeAsync(admin);
        var head = await HeadAsync(admin);
        foreach (var endpoint in (await Endpoints.ReadAsync(admin)).Where(IsOfTheApi))
        {
            if (Samples.BodyOf(endpoint, world) is not { } sample)
            {
                continue;
            }
            foreach (var type in new[] { "text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded" })
            {
                var answer = await admin.SendAsync(endpoint.Method, world.Fill(endpoint.Template), new StringContent(sample, Encoding.UTF8, type));
                answer.Expect(HttpStatusCode.UnsupportedMediaType);
                Judge(endpoint, answer, type);
            }
            var huge = new StringContent(sample.TrimEnd('}') + $",\"surprise\":\"{new string('x', 20_000_000)}\"}}", Encoding.UTF8, "application/json");
            var refused = await SendOversizeAsync(admin, endpoint, world, huge);
            Assert.True(refused is null || refused.Status == HttpStatusCode.RequestEntityTooLarge, $"{endpoint}: {(int?)refused?.Status} {refused?.Text}");
        }
        Assert.Equal(head, await HeadAsync(admin));
    }

    /// <summary>With a key, or to get one.</summary>
    static bool IsOfTheApi(Endpoint endpoint) => endpoint.Permission is not null || endpoint.Template == "/v1/sessions";

    /// <summary>Null where the server closed the connection before all of it was sent, which HTTP allows.</summary>
    static async Task<Answer?> SendOversizeAsync(Api admin, Endpoint endpoint, ContractWorld world, HttpContent content)
    {
        try
        {
            return await admin.SendAsync(endpoint.Method, world.Fill(endpoint.Template), content);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    static void Judge(Endpoint endpoint, Answer answer, string sent)
    {
        var shown = sent.Length > 300 ? sent[..300] + "…" : sent;
        Assert.True((int)answer.Status < 500, $"{endpoint} answers {(int)answer.Status} to {shown}: {answer.Text}");
        // A path that is no path is refused by the web server before any of our code is asked, with an empty 400.
        if ((int)answer.Status >= 400 && !(answer.Text.Length == 0 && sent.Contains("%00", StringComparison.Ordinal)))
        {
            Assert.True(answer.MediaType == "application/problem+json", $"{endpoint} answers {(int)answer.Status} without a problem to {shown}: {answer.Text}");
            Assert.False(string.IsNullOrEmpty(answer["detail"].GetString()), $"{endpoint} does not say what to mend about {shown}");
        }
    }

    static async Task<long> HeadAsync(Api admin) => (await admin.GetAsync("/v1/audit?limit=1"))
        .Expect(HttpStatusCode.OK)["items"][0].GetProperty("sequence").GetInt64();
}
