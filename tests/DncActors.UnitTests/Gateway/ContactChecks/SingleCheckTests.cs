using System.Net;
using System.Text.Json;
using DncActors.Client.ContactChecks;
using DncActors.Client.Json;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.UnitTests.Gateway.ContactChecks;

public sealed class SingleCheckTests
{
    [Theory]
    [InlineData("phone=%2B12025550123&channel=call", "+12025550123", "call")]
    [InlineData("phone=2025550123&channel=sms", "+12025550123", "sms")]
    [InlineData("phone=%D9%A2%D9%A0%D9%A25550123&channel=call", "+12025550123", "call")]
    [InlineData("phone=020+7946+0000&channel=call&region=GB", "+442079460000", "call")]
    [InlineData("email=Jane%20Doe%20%3CJANE%40example.com%3E&channel=email", "jane@example.com", "email")]
    public async Task An_allowed_contact_point_is_answered_whole(string query, string point, string channel)
    {
        await using var host = await GatewayHost.StartAsync();
        var said = (await host.GetAsync("/v1/contact-checks?" + query)).IsOk();
        Assert.Equal("no-store", said.Header("Cache-Control"));
        var verdict = JsonSerializer.Deserialize<VerdictModel>(said.Text, DncJson.Options)!;
        Assert.Equal((point, channel, true, "allowed"), (verdict.ContactPoint, verdict.Channel, verdict.Allowed, verdict.Verdict));
        Assert.Empty(verdict.Reasons);
        Assert.Equal((StandInChecks.AsOf, StandInChecks.Now), (verdict.AsOf, verdict.CheckedAt));
    }

    [Fact]
    public async Task A_blocked_one_says_why_and_is_no_less_blocked_when_nobody_knows()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Checks.Blocked.Add("+12025550123");
        var said = (await host.GetAsync("/v1/contact-checks?phone=2025550123&channel=call")).IsOk().Json;
        Assert.False(said.GetProperty("allowed").GetBoolean());
        Assert.Equal("manual", said.GetProperty("reasons")[0].GetProperty("source").GetString());
        host.Checks.ExplainFails = true;
        var unexplained = JsonSerializer.Deserialize<VerdictModel>(
            (await host.PostAsync("/v1/contact-checks", """{"phone":"2025550123","channel":"call"}""")).IsOk().Text, DncJson.Options)!;
        Assert.Equal("blocked", unexplained.Verdict);
        Assert.Empty(unexplained.Reasons);
    }

    [Fact]
    public async Task What_is_unsure_is_never_allowed()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Checks.IsUnsure = true;
        host.Checks.Blocked.Add("jane@example.com");
        (await host.GetAsync("/v1/contact-checks?phone=2025550123&channel=call")).IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Equal(
            "blocked", (await host.GetAsync("/v1/contact-checks?email=jane%40example.com&channel=email")).IsOk().Json.GetProperty("verdict").GetString());
        (await host.PostAsync("/v1/contact-checks/batch", """{"channel":"call","phones":["2025550123"]}"""))
            .IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Theory]
    [InlineData("", "phone")]
    [InlineData("phone=2025550123", "channel")]
    [InlineData("phone=2025550123&channel=email", "channel")]
    [InlineData("phone=2025550123&channel=fax", "channel")]
    [InlineData("email=a%40b.example&channel=call", "channel")]
    [InlineData("phone=what&channel=call", "phone")]
    [InlineData("phone=&channel=call", "phone")]
    [InlineData("phone=2025550123&email=a%40b.example&channel=call", "phone")]
    [InlineData("phone=2025550123&channel=call&region=XX", "region")]
    [InlineData("phone=2025550123&channel=call&surprise=1", "surprise")]
    [InlineData("leadId=a%20b&channel=call", "leadId")]
    public async Task What_cannot_be_asked_is_refused_by_field(string query, string field)
    {
        await using var host = await GatewayHost.StartAsync();
        var said = (await host.GetAsync("/v1/contact-checks?" + query)).IsProblem(HttpStatusCode.BadRequest, "validation");
        Assert.True(said.Json.GetProperty("errors").TryGetProperty(field, out _), said.Text);
    }

    [Fact]
    public async Task A_lead_is_answered_contact_point_by_contact_point()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync("/v1/contact-checks?leadId=L-1&channel=call")).IsProblem(HttpStatusCode.NotFound, "not-found");
        host.Checks.Lead = new LeadVerdict(
            "L-1",
            CheckVerdict.Blocked,
            [new(new(ContactPointKind.Phone, "+12025550123"), CheckVerdict.Blocked), new(new(ContactPointKind.Phone, "+12025550124"), CheckVerdict.Unsure)],
            StandInChecks.AsOf,
            StandInChecks.Now.ToUnixTimeMilliseconds());
        var verdict = JsonSerializer.Deserialize<LeadVerdictModel>(
                (await host.GetAsync("/v1/contact-checks?leadId=L-1&channel=call")).IsOk().Text, DncJson.Options)!;
        Assert.False(verdict.Allowed);
        Assert.Equal("+12025550123", Assert.Single(verdict.ContactPoints).ContactPoint);
    }

    [Theory]
    [InlineData("L-1", 1)]
    [InlineData("L-2", 2)]
    public async Task A_lead_that_its_status_alone_blocks_is_told_so_once(string leadOfTheEntry, int reasons)
    {
        await using var host = await GatewayHost.StartAsync();
        var byStatus = new VerdictReason("lead.status", null, EntrySource.LeadStatus, Channels.Call, null, null, null, "L-1", null, "stands in 'Hold'");
        host.Checks.Explained = byStatus with { EntryId = Guid.Empty, LeadId = leadOfTheEntry };
        host.Checks.Lead = new LeadVerdict(
            "L-1",
            CheckVerdict.Blocked,
            [new(new(ContactPointKind.Phone, "+12025550123"), CheckVerdict.Blocked)],
            StandInChecks.AsOf,
            StandInChecks.Now.ToUnixTimeMilliseconds(),
            byStatus);

        var verdict = JsonSerializer.Deserialize<LeadVerdictModel>(
            (await host.GetAsync("/v1/contact-checks?leadId=L-1&channel=call")).IsOk().Text, DncJson.Options)!;

        Assert.False(verdict.Allowed);
        Assert.Equal(reasons, Assert.Single(verdict.ContactPoints).Reasons.Count);
        Assert.Single(verdict.ContactPoints[0].Reasons, r => r is { Code: "lead.status", LeadId: "L-1" });
    }

    [Fact]
    public async Task Wrong_kinds_of_bodies_are_refused()
    {
        await using var host = await GatewayHost.StartAsync(options: o => o.MaxBodyBytes = 2_000);
        (await host.SendAsync(HttpMethod.Post, "/v1/contact-checks", new StringContent("{}", System.Text.Encoding.UTF8, "text/plain")))
            .IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        (await host.PostAsync("/v1/contact-checks", $$"""{"phone":"{{new string('1', 3_000)}}"}"""))
            .IsProblem(HttpStatusCode.RequestEntityTooLarge, "too-large");
        (await host.PostAsync("/v1/contact-checks", "")).IsProblem(HttpStatusCode.BadRequest, "validation");
    }

    [Theory]
    [InlineData(GatewayHost.AdministratorKey)]
    [InlineData("dnc_nobody")]
    public async Task The_connection_that_brought_too_large_a_body_serves_the_next_request(string key)
    {
        await using var host = await GatewayHost.StartAsync(options: o => o.MaxBodyBytes = 2_000);
        using var socket = new System.Net.Sockets.TcpClient("127.0.0.1", host.Http.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        using var answers = new StreamReader(stream);
        foreach (var _ in Enumerable.Range(0, 20))
        {
            var body = $$"""{"phone":"{{new string('1', 3_000)}}"}""";
            await stream.WriteAsync(
                System.Text.Encoding.ASCII.GetBytes(
                    $"POST /v1/contact-checks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\n"
                    + $"Content-Length: {body.Length}\r\n\r\n{body}GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                TestContext.Current.CancellationToken);
            Assert.StartsWith(key == GatewayHost.AdministratorKey ? "HTTP/1.1 413" : "HTTP/1.1 401", await NextStatusAsync());
            Assert.StartsWith("HTTP/1.1 200", await NextStatusAsync());
        }

        async Task<string> NextStatusAsync()
        {
            while (await answers.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.Contains("HTTP/1.1 ", StringComparison.Ordinal)) return line[line.IndexOf("HTTP/1.1 ", StringComparison.Ordinal)..];
            }
            return "(closed)";
        }
    }
}
