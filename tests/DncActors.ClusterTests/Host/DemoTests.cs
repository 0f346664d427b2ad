using System.Net;

namespace DncActors.ClusterTests.Host;

/// <summary>The demo organization: there at once, whole, and once.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task A_demo_that_was_cut_off_is_whole_after_the_next_start_and_comes_once()
    {
        await using var host = await HostProcess.StartAsync(new HostStart { Demo = true, BootstrapKey = "a-bootstrap-key-for-the-tests" });
        var whole = await CountsAsync(host);
        Assert.Contains("\"leads\":", whole, StringComparison.Ordinal);

        await using var cut = HostProcess.Prepare(new HostStart { Demo = true, BootstrapKey = "a-bootstrap-key-for-the-tests" });
        cut.Launch();
        await cut.PrintsAsync("Loading the demo organization");
        await cut.KillAsync();
        await cut.StartAgainAsync();
        Assert.Equal(whole, await CountsAsync(cut));

        await cut.StopAsync();
        await cut.StartAgainAsync();
        Assert.DoesNotContain("Loading the demo organization", cut.Output, StringComparison.Ordinal);
        Assert.Equal(whole, await CountsAsync(cut));
    }

    [Fact]
    public async Task Without_the_demo_the_store_is_empty()
    {
        await using var host = await HostProcess.StartAsync();

        Assert.Equal("""{"items":[],"next":null}""", await GetAsync(host, "/v1/workflows"));
    }

    static async Task<string> CountsAsync(HostProcess host) =>
        await GetAsync(host, "/v1/reports/leads?groupBy=status") + await GetAsync(host, "/v1/reports/leads?groupBy=systemStatus&doNotContact=true");

    static async Task<string> GetAsync(HostProcess host, string path)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", host.AdministratorKey);
        using var answer = await client.GetAsync(new Uri(host.Address, path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
