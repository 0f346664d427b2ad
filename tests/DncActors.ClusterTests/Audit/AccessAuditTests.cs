using System.Net;
using System.Text.Json;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Audit;

/// <summary>Who read the list and who was not let in, on a real host.</summary>
public sealed class AccessAuditTests
{
    const string Path = "/v1/audit/access";

    [Fact]
    public async Task Who_read_exported_or_scrubbed_and_who_was_not_let_in_is_on_record_after_a_restart_too()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        using var other = admin.As((await admin.PostAsync("/v1/organizations", new { name = "Others", region = "US" }))["key"].GetString()!);
        var made = (await admin.PostAsync("/v1/api-keys", new { name = "Clerk", role = "manager" })).Expect(HttpStatusCode.Created);
        using var clerk = admin.As(made["key"].GetString()!);
        await ReadAsync(admin, clerk);
        (await admin.DeleteAsync($"/v1/api-keys/{made.Id}")).Expect(HttpStatusCode.NoContent);
        for (var i = 0; i < 20; i++) (await clerk.GetAsync("/v1/dnc/entries")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        using var stranger = admin.As("dnc_guess");
        (await stranger.GetAsync("/v1/leads")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");

        // Whatever still waits for its moment is kept when the process stops.
        await host.StopAsync();
        await host.StartAgainAsync();

        var records = (await admin.GetAsync(Path)).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToList();
        var clerks = $"key:{made.Id}";
        Assert.Equal(
            ["entries.exported", "entries.searched", "entry.read", "file.scrubbed"],
            records.Where(r => Text(r, "actor") == clerks && Text(r, "kind") != "signIn.failed").Select(r => Text(r, "kind")!).Order(StringComparer.Ordinal));
        var search = Assert.Single(records, r => Text(r, "kind") == "entries.searched");
        Assert.Equal((1, "phone"), (search.GetProperty("items").GetInt64(), search.GetProperty("filters")[0].GetString()));
        Assert.Equal(2, Assert.Single(records, r => Text(r, "kind") == "entries.exported").GetProperty("items").GetInt64());
        Assert.Equal(3, Assert.Single(records, r => Text(r, "kind") == "file.scrubbed").GetProperty("items").GetInt64());
        Assert.Equal(20, records.Where(r => Text(r, "reason") == "revoked_key" && Text(r, "actor") == clerks).Sum(r => r.GetProperty("requests").GetInt64()));
        Assert.StartsWith("hash:", Text(Assert.Single(records, r => Text(r, "reason") == "unknown_key"), "actor"), StringComparison.Ordinal);
        Assert.DoesNotContain("2025550101", JsonSerializer.Serialize(records), StringComparison.Ordinal);

        Assert.Empty((await other.GetAsync(Path)).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
        var page = (await admin.GetAsync($"{Path}?limit=2")).Expect(HttpStatusCode.OK);
        var next = (await admin.GetAsync($"{Path}?limit=2&cursor={Uri.EscapeDataString(page["next"].GetString()!)}")).Expect(HttpStatusCode.OK);
        Assert.Equal(records.Take(4).Select(r => Text(r, "id")), Ids(page).Concat(Ids(next)));
    }

    static async Task ReadAsync(Api admin, Api clerk)
    {
        foreach (var phone in new[] { "+12025550101", "+12025550102" })
        {
            (await admin.PostAsync("/v1/dnc/entries", new { phone, channels = new[] { "call" }, reason = "asked" })).Expect(HttpStatusCode.Created);
        }
        var found = (await clerk.GetAsync("/v1/dnc/entries?phone=%2B12025550101")).Expect(HttpStatusCode.OK);
        (await clerk.GetAsync($"/v1/dnc/entries/{found["items"][0].GetProperty("id").GetString()}")).Expect(HttpStatusCode.OK);
        (await clerk.GetAsync("/v1/dnc/entries/export")).Expect(HttpStatusCode.OK);
        (await clerk.PostTextAsync("/v1/scrubs?channel=call", "2025550101\n2025550102\n2025550103\n", "text/csv")).Expect(HttpStatusCode.OK);
        // Neither of these is recorded.
        (await clerk.GetAsync("/v1/contact-checks?phone=%2B12025550101&channel=call")).Expect(HttpStatusCode.OK);
        (await clerk.PostAsync("/v1/contact-checks/batch", new { channel = "call", phones = new[] { "2025550101" } })).Expect(HttpStatusCode.OK);
    }

    static string? Text(JsonElement record, string field) => record.GetProperty(field).GetString();

    static IEnumerable<string?> Ids(Answer page) => page["items"].EnumerateArray().Select(record => Text(record, "id"));
}
