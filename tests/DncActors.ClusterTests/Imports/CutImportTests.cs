using System.Net;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Story;

namespace DncActors.ClusterTests.Imports;

/// <summary>Imports whose body does not come to its end: what was said to be in is in, nothing else is, and the same sent again is taken whole.</summary>
public sealed class CutImportTests
{
    [Fact]
    public async Task An_import_that_is_cut_keeps_whole_chunks_and_goes_on_when_it_is_sent_again()
    {
        await using var host = await HostProcess.StartAsync();
        await Task.WhenAll(
            CutAsync(host, StoppedImport.NdJson, first: 0),
            CutAsync(host, StoppedImport.Csv, first: StoppedImport.Lines),
            KillAsync(host, first: 2 * StoppedImport.Lines));

        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync("/readyz"));
        Assert.DoesNotContain("[1001]", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_never_ends_holds_nobody_up()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await StoryWorld.MakeAsync(admin);
        (await admin.PostAsync("/v1/leads", world.Lead("L-1", world.New, [], "+12025550177"))).Expect(HttpStatusCode.Created);
        await using var import = new StoppedImport(host.Address, host.AdministratorKey, StoppedImport.NdJson);
        await import.BeginAsync();
        var enough = new TaskCompletionSource();
        var dripping = import.DripAsync(enough.Task);

        (await admin.PostAsync($"/v1/leads/L-1/actions/{world.DeadAction}/executions", new { })).Expect(HttpStatusCode.Created);
        (await admin.PostTextAsync("/v1/dnc/entries/import", "phone\n+12025550155\n", "text/csv")).Expect(HttpStatusCode.OK);
        await import.IsTakenWholeAsync();

        enough.SetResult();
        await dripping;
        await import.SendAsync("0\r\n\r\n");
        var answer = await import.AnswerAsync();
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains($"\"accepted\":{StoppedImport.Lines}", answer, StringComparison.Ordinal);
    }

    static async Task CutAsync(HostProcess host, string mediaType, int first)
    {
        await using var import = new StoppedImport(host.Address, host.AdministratorKey, mediaType, first);
        await import.BeginAsync();
        await import.SendAsync("no chunk\r\n");
        await import.IsRefusedAsync("400");
        await import.IsTakenWholeAsync();
    }

    static async Task KillAsync(HostProcess host, int first)
    {
        await using var import = new StoppedImport(host.Address, host.AdministratorKey, StoppedImport.NdJson, first);
        await import.BeginAsync();
        import.Reset();
        await import.IsKeptAloneAsync();
        await import.IsTakenWholeAsync();
    }
}
