using System.Net;
using System.Text;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Host.Demo;
using DncActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DncActors.ClusterTests.Host;

/// <summary>The demo organization: there at once, whole, and once.</summary>
public sealed class DemoTests
{
    const string Key = "a-bootstrap-key-for-the-tests";

    [Fact]
    public async Task A_demo_that_was_cut_off_is_whole_after_the_next_start_and_comes_once()
    {
        await using var host = await HostProcess.StartAsync(new HostStart { Demo = true, BootstrapKey = Key });
        var whole = await CountsAsync(host);
        Assert.Contains("\"leads\":", whole, StringComparison.Ordinal);

        await using var cut = HostProcess.Prepare(new HostStart { Demo = true, BootstrapKey = Key });
        cut.Launch();
        await cut.PrintsAsync("Loading the demo organization");
        await cut.KillAsync();
        await cut.StartAgainAsync();
        Assert.Equal(whole, await CountsAsync(cut));

        await cut.StopAsync();
        await cut.StartAgainAsync();
        Assert.DoesNotContain("Loading the demo organization", cut.Output, StringComparison.Ordinal);
        Assert.Equal(whole, await CountsAsync(cut));

        await host.StopAsync();
        Assert.Subset(DemoCommits.All(Organization.Default), await CommitsAsync(host.DataDirectory));
    }

    [Fact]
    public async Task A_demo_that_was_cut_off_does_not_go_on_in_a_store_that_is_in_use_since()
    {
        await using var cut = HostProcess.Prepare(new HostStart { Demo = true, BootstrapKey = Key });
        cut.Launch();
        await cut.PrintsAsync("Loading the demo organization");
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await StatusAsync(cut, "/v1/user-groups/inbound-desk") != HttpStatusCode.OK)
        {
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        await cut.KillAsync();

        var inUse = new HostStart { DataDirectory = cut.DataDirectory, BootstrapKey = Key };
        await using var used = await HostProcess.StartAsync(inUse);
        await AddEntryAsync(used);
        var leads = await CountsAsync(used);
        await used.StopAsync();

        await using var later = await HostProcess.StartAsync(inUse with { Demo = true });
        Assert.DoesNotContain("Loading the demo organization", later.Output, StringComparison.Ordinal);
        Assert.Contains("The demo organization was cut off", later.Output, StringComparison.Ordinal);
        Assert.Equal(leads, await CountsAsync(later));
    }

    [Fact]
    public async Task Without_the_demo_the_store_is_empty()
    {
        await using var host = await HostProcess.StartAsync();

        Assert.Equal("""{"items":[],"next":null}""", await GetAsync(host, "/v1/workflows"));
    }

    static async Task<string> CountsAsync(HostProcess host) =>
        await GetAsync(host, "/v1/reports/leads?groupBy=status") + await GetAsync(host, "/v1/reports/leads?groupBy=systemStatus&doNotContact=true");

    static async Task<HashSet<Guid>> CommitsAsync(string directory)
    {
        await using var store = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSqliteStorage(new SqliteStorageOptions { DataDirectory = directory })
            .BuildServiceProvider();
        foreach (var service in store.GetServices<IHostedService>()) await service.StartAsync(TestContext.Current.CancellationToken);
        var log = store.GetRequiredService<IChangeLog>();
        var commits = new HashSet<Guid>();
        var after = 0L;
        while (await log.ReadAsync(after, IChangeLog.MaxLimit, TestContext.Current.CancellationToken) is { IsEmpty: false } page)
        {
            commits.UnionWith(page.Select(change => change.CommitId));
            after = page[^1].Sequence;
        }
        return commits;
    }

    static async Task AddEntryAsync(HostProcess host)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        using var entry = new StringContent("""{"phone":"+12025550109","channels":["call"],"reason":"asked"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(host.Address, "/v1/dnc/entries"), entry, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    static async Task<HttpStatusCode> StatusAsync(HostProcess host, string path)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        using var answer = await client.GetAsync(new Uri(host.Address, path), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    static async Task<string> GetAsync(HostProcess host, string path)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", host.AdministratorKey);
        using var answer = await client.GetAsync(new Uri(host.Address, path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
