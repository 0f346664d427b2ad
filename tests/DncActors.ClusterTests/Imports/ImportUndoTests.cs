using System.Net;
using System.Text;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Imports;

/// <summary>What an import would do, and undoing one, against the real host.</summary>
public sealed class ImportUndoTests(SharedHost shared)
{
    [Fact]
    public async Task A_dry_run_tells_what_would_newly_be_blocked_and_keeps_nothing()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        await BlockAsync(admin, 1, "call", "sms");
        await BlockAsync(admin, 2, "call");
        var file = $"phone\n{Phone(1)}\n{Phone(2)}\n{Phone(3)}\n{Phone(3)}\nnobody\n";

        var told = (await admin.PostTextAsync("/v1/dnc/entries/import?dryRun=true", file, "text/csv")).Expect(HttpStatusCode.OK);

        Assert.Equal((4, 1), (told["accepted"].GetInt32(), told["rejected"].GetInt32()));
        Assert.Equal((2, 1), (told["newlyBlocked"].GetInt32(), told["alreadyBlocked"].GetInt32()));
        Assert.Empty((await admin.GetAsync("/v1/dnc/imports")).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
        Assert.True(await IsAllowedAsync(admin, 3));
    }

    [Fact]
    public async Task A_whole_import_is_undone_and_nothing_else()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        await BlockAsync(admin, 7, "call");
        var lines = new StringBuilder("phone\n");
        for (var i = 0; i < 1_200; i++) lines.Append(Phone(i)).Append('\n');
        var import = (await admin.PostTextAsync("/v1/dnc/entries/import", lines.ToString(), "text/csv")).Expect(HttpStatusCode.OK)["importId"].GetString();
        var one = (await admin.GetAsync($"/v1/dnc/entries?importId={import}&phone={Phone(9)}"))["items"][0].GetProperty("id").GetString();
        (await admin.DeleteAsync($"/v1/dnc/entries/{one}", new { reason = "mistaken" })).Expect(HttpStatusCode.OK);
        Assert.Equal((1_200, 1), await CountsAsync());
        Assert.False(await IsAllowedAsync(admin, 1_100));

        (await admin.DeleteAsync($"/v1/dnc/imports/{import}", new { reason = " " })).ExpectProblem(HttpStatusCode.BadRequest, "validation");
        var begun = (await admin.DeleteAsync($"/v1/dnc/imports/{import}", new { reason = "the wrong list" })).Expect(HttpStatusCode.Accepted);
        var done = await DoneAsync(admin, begun.Id);

        Assert.Equal(("import-revocation", 1_199, 1_199), (done["kind"].GetString(), done["done"].GetInt32(), done["total"].GetInt32()));
        Assert.Equal((1_200, 1_200), await CountsAsync());
        Assert.True(await IsAllowedAsync(admin, 1_100));
        Assert.False(await IsAllowedAsync(admin, 7));
        var entry = (await admin.GetAsync($"/v1/dnc/entries?importId={import}&phone={Phone(8)}"))["items"][0];
        Assert.Equal("the wrong list", entry.GetProperty("revokedReason").GetString());
        var audit = (await admin.GetAsync("/v1/audit?type=dnc.importRevoked"))["items"].EnumerateArray().ToList();
        Assert.Equal("the wrong list", audit[^1].GetProperty("after").GetProperty("reason").GetString());
        Assert.Equal(1_199, audit[..^1].Sum(r => r.GetProperty("after").GetProperty("revoked").GetInt32()));

        async Task<(int, int)> CountsAsync()
        {
            var listed = Assert.Single((await admin.GetAsync("/v1/dnc/imports")).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
            Assert.Equal(import, listed.GetProperty("id").GetString());
            return (listed.GetProperty("entries").GetInt32(), listed.GetProperty("revoked").GetInt32());
        }
    }

    [Fact]
    public async Task Peoples_own_wishes_in_an_import_ask_for_evidence_and_an_import_of_leads_is_none()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var import = (await admin.PostTextAsync("/v1/dnc/entries/import", $"phone,source\n{Phone(1)},optOut\n", "text/csv"))
            .Expect(HttpStatusCode.OK)["importId"].GetString();

        (await admin.DeleteAsync($"/v1/dnc/imports/{import}", new { reason = "wrong" })).ExpectProblem(HttpStatusCode.BadRequest, "validation");
        var begun = (await admin.DeleteAsync($"/v1/dnc/imports/{import}", new { reason = "wrong", evidence = "mail 7" })).Expect(HttpStatusCode.Accepted);
        await DoneAsync(admin, begun.Id);

        Assert.True(await IsAllowedAsync(admin, 1));
        (await admin.DeleteAsync($"/v1/dnc/imports/{Guid.Empty}", new { reason = "wrong" })).ExpectProblem(HttpStatusCode.NotFound, "not-found");
    }

    static async Task<Answer> DoneAsync(Api admin, string job)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var answer = (await admin.GetAsync($"/v1/jobs/{job}")).Expect(HttpStatusCode.OK);
            Assert.NotEqual("failed", answer["state"].GetString());
            if (answer["state"].GetString() == "done") return answer;
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    static async Task<bool> IsAllowedAsync(Api admin, int i) =>
        (await admin.GetAsync($"/v1/contact-checks?phone={Phone(i)}&channel=call")).Expect(HttpStatusCode.OK)["allowed"].GetBoolean();

    static async Task BlockAsync(Api admin, int i, params string[] channels) =>
        (await admin.PostAsync("/v1/dnc/entries", new { phone = Phone(i), channels, reason = "asked" })).Expect(HttpStatusCode.Created);

    static string Phone(int i) => $"202555{i:D4}";
}
