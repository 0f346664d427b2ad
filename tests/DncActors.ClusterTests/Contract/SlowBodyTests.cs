using System.Net;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Imports;

namespace DncActors.ClusterTests.Contract;

/// <summary>Requests that do not come to their end, at every endpoint that takes a body: answered with a problem, or hung up on; others are served.</summary>
public sealed class SlowBodyTests
{
    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for_for_ever()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await ContractWorld.MakeAsync(admin);
        await using var lines = new StoppedImport(host.Address, host.AdministratorKey, StoppedImport.NdJson);
        await using var rows = new StoppedImport(host.Address, host.AdministratorKey, StoppedImport.Csv, first: StoppedImport.Lines);
        await Task.WhenAll(lines.BeginAsync(), rows.BeginAsync());
        var (slow, head) = (await SlowOnesAsync(admin, world), await HeadAsync(admin));
        Assert.True(slow.Length > 30, $"only {slow.Length} endpoints take a body");

        var silent = new[] { lines.IsRefusedAsync("408"), rows.IsRefusedAsync("408") };
        var stalled = slow.Select(s => StallAsync(host, s)).ToArray();
        var dripping = slow.Select(s => DripAsync(host, s)).ToArray();
        var headless = Enumerable.Range(0, 10).Select(_ => NeverEndTheHeadAsync(host)).ToArray();
        (await admin.PostAsync("/v1/contact-checks", new { phone = "+12025550177", channel = "call" })).Expect(HttpStatusCode.OK);

        await Task.WhenAll([.. silent, .. stalled, .. dripping, .. headless]);
        Assert.Equal(head, await HeadAsync(admin));
        await Task.WhenAll(lines.IsTakenWholeAsync(), rows.IsTakenWholeAsync());
        Assert.DoesNotContain("[1001]", host.Output, StringComparison.Ordinal);
    }

    static async Task StallAsync(HostProcess host, (HttpMethod Method, string Path, string MediaType, string Sample) slow)
    {
        await using var request = await RawRequest.OpenAsync(host.Address);
        await request.SendAsync(RawRequest.Head(slow.Method, slow.Path, host.AdministratorKey, slow.MediaType) + $"Content-Length: 5000\r\n\r\n{slow.Sample}");

        IsTimeout(slow.Path, await request.AnswerAsync());
    }

    static async Task DripAsync(HostProcess host, (HttpMethod Method, string Path, string MediaType, string Sample) slow)
    {
        await using var request = await RawRequest.OpenAsync(host.Address);
        await request.SendAsync(RawRequest.Head(slow.Method, slow.Path, host.AdministratorKey, slow.MediaType) + "Content-Length: 5000\r\n\r\n");
        var answering = request.AnswerAsync();
        await request.DripAsync(" ", TimeSpan.FromMilliseconds(100), answering);

        IsTimeout(slow.Path, await answering);
    }

    static async Task NeverEndTheHeadAsync(HostProcess host)
    {
        await using var request = await RawRequest.OpenAsync(host.Address);
        await request.SendAsync(RawRequest.Head(HttpMethod.Post, "/v1/contact-checks", host.AdministratorKey, "application/json"));
        var answering = request.AnswerAsync();
        await request.DripAsync("X", TimeSpan.FromMilliseconds(100), answering);

        var answer = await answering;
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer);
    }

    static void IsTimeout(string path, string answer)
    {
        Assert.True(answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), $"{path}: {answer}");
        Assert.Contains("urn:dnc:error:request-timeout", answer, StringComparison.Ordinal);
        Assert.Contains("arrived too slowly", answer, StringComparison.Ordinal);
    }

    /// <summary>Every endpoint that takes a body, with half of one.</summary>
    static async Task<(HttpMethod Method, string Path, string MediaType, string Sample)[]> SlowOnesAsync(Api admin, ContractWorld world)
    {
        var bodies = from endpoint in await Endpoints.ReadAsync(admin)
                     let sample = endpoint.Permission is null ? null : Samples.BodyOf(endpoint, world)
                     where sample is not null
                     select (endpoint.Method, world.Fill(endpoint.Template), "application/json", sample[..(sample.Length / 2)]);
        var imports = from path in new[] { "/v1/leads/import", "/v1/dnc/entries/import" }
                      from mediaType in new[] { "application/x-ndjson", "text/csv" }
                      select (HttpMethod.Post, path, mediaType, mediaType == "text/csv" ? "phone\n+1202555" : "{\"phone\":\"+1202555");
        // Without the end of its first line nothing is answered yet.
        var scrubs = from body in new[] { ("application/x-ndjson", "{\"phone\":\"+1202555"), ("text/csv", "+1202555") }
                     select (HttpMethod.Post, "/v1/scrubs", body.Item1, body.Item2);
        return [.. bodies, .. imports, .. scrubs];
    }

    static async Task<long> HeadAsync(Api admin) => (await admin.GetAsync("/v1/audit?limit=1"))
        .Expect(HttpStatusCode.OK)["items"][0].GetProperty("sequence").GetInt64();
}
