using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace DncActors.ClusterTests.Host;

/// <summary>The first start, the next ones, and the end.</summary>
public sealed class StartAndStopTests
{
    const string Key = "a-bootstrap-key-for-the-tests";

    [Fact]
    public async Task The_first_start_prints_a_key_that_works_and_no_later_one_does()
    {
        await using var host = await HostProcess.StartAsync();
        Assert.StartsWith("dnc_", host.AdministratorKey, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, "/v1/workflows", host.AdministratorKey)).Status);

        Assert.Equal(0, await host.StopAsync());
        await host.StartAgainAsync();

        Assert.Null(HostProcess.PrintedKey(host.Output));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, "/v1/workflows", host.AdministratorKey)).Status);
    }

    [Fact]
    public async Task The_key_is_stored_nowhere_as_it_is()
    {
        await using var host = await HostProcess.StartAsync();
        var secret = Encoding.UTF8.GetBytes(host.AdministratorKey);
        await host.StopAsync();

        foreach (var file in Directory.EnumerateFiles(host.DataDirectory))
        {
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).AsSpan().IndexOf(secret));
        }
    }

    [Fact]
    public async Task A_given_key_is_used_and_not_printed()
    {
        await using var host = await HostProcess.StartAsync(new HostStart { BootstrapKey = Key });

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, "/v1/workflows", Key)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(host, "/v1/workflows", Key + "x")).Status);
        Assert.DoesNotContain(Key, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_stop_and_after_a_kill()
    {
        await using var host = await HostProcess.StartAsync(new HostStart { BootstrapKey = Key });
        await AddEntryAsync(host, "+12025550101");
        Assert.Equal(0, await host.StopAsync());
        await host.StartAgainAsync();
        Assert.False(await IsAllowedAsync(host, "+12025550101"));

        await AddEntryAsync(host, "+12025550102");
        await host.KillAsync();
        await host.StartAgainAsync();

        Assert.False(await IsAllowedAsync(host, "+12025550101"));
        Assert.False(await IsAllowedAsync(host, "+12025550102"));
        Assert.True(await IsAllowedAsync(host, "+12025550103"));
    }

    [Fact]
    public async Task A_stop_finishes_the_request_that_is_under_way()
    {
        await using var host = await HostProcess.StartAsync(new HostStart { BootstrapKey = Key });
        using var request = Request(HttpMethod.Post, host, "/v1/dnc/entries/import", Key);
        using var body = new HeldBody(EntryLine("+12025550104"), EntryLine("+12025550105"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        request.Content = body;
        request.Headers.ExpectContinue = true;
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = HostProcess.Patience });
        var answering = client.SendAsync(request, TestContext.Current.CancellationToken);
        await body.Begun.WaitAsync(HostProcess.Patience, TestContext.Current.CancellationToken);

        await host.SignalAsync("TERM");
        await host.PrintsAsync("Stopping");
        body.Release();

        using var answer = await answering;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await host.ExitAsync());
        await host.StartAgainAsync();
        Assert.False(await IsAllowedAsync(host, "+12025550105"));
    }

    [Fact]
    public async Task While_it_drains_it_says_that_it_is_not_ready_and_serves_on()
    {
        await using var host = await HostProcess.StartAsync(new HostStart { BootstrapKey = Key }.With("Dnc__DrainSeconds", "25"));
        await AddEntryAsync(host, "+12025550107");

        await host.SignalAsync("TERM");
        await host.PrintsAsync("Stopping");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.StatusAsync("/readyz"));
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/healthz"));
        Assert.False(await IsAllowedAsync(host, "+12025550107"));
        await AddEntryAsync(host, "+12025550108");
        Assert.False(await IsAllowedAsync(host, "+12025550108"));
    }

    [Fact]
    public async Task After_the_drain_it_ends_as_it_should()
    {
        await using var host = await HostProcess.StartAsync(new HostStart { BootstrapKey = Key }.With("Dnc__DrainSeconds", "1"));

        Assert.Equal(0, await host.StopAsync());

        Assert.Contains("it serves on for 1 s", host.Output, StringComparison.Ordinal);
        Assert.Contains("The data directory is closed", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hosts_live_beside_each_other_on_a_machine()
    {
        var byDefault = new HostStart { BootstrapKey = Key }.With("Dnc__SiloPort", null);
        await using var one = await HostProcess.StartAsync(byDefault);
        await using var other = await HostProcess.StartAsync(byDefault);

        await AddEntryAsync(one, "+12025550106");

        Assert.False(await IsAllowedAsync(one, "+12025550106"));
        Assert.True(await IsAllowedAsync(other, "+12025550106"));
    }

    static async Task AddEntryAsync(HostProcess host, string phone)
    {
        using var request = Request(HttpMethod.Post, host, "/v1/dnc/entries", Key);
        request.Content = new StringContent(EntryLine(phone), Encoding.UTF8, "application/json");
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    static async Task<bool> IsAllowedAsync(HostProcess host, string phone)
    {
        var (status, text) = await GetAsync(host, $"/v1/contact-checks?phone={Uri.EscapeDataString(phone)}&channel=call", Key);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonDocument.Parse(text).RootElement.GetProperty("allowed").GetBoolean();
    }

    static async Task<(HttpStatusCode Status, string Text)> GetAsync(HostProcess host, string path, string key)
    {
        using var request = Request(HttpMethod.Get, host, path, key);
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    static HttpRequestMessage Request(HttpMethod method, HostProcess host, string path, string key)
    {
        var request = new HttpRequestMessage(method, new Uri(host.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    static string EntryLine(string phone) => $$"""{"phone":"{{phone}}","channels":["call"],"reason":"asked"}""" + "\n";
}
