using System.Globalization;
using System.Net;
using DncActors.Client;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Scrubs;

/// <summary>Files against the real host.</summary>
public sealed class ScrubTests
{
    const long MostGrowth = 64L << 20;

    [Fact]
    public async Task A_file_is_judged_by_its_own_organization_and_as_single_checks_are()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var theirs = (await admin.PostAsync("/v1/organizations", new { name = "Others", region = "GB" })).Expect(HttpStatusCode.Created)["key"].GetString()!;
        using var stranger = admin.As(theirs);
        await BlockAsync(admin, "+12025550124");
        await BlockAsync(stranger, "+442079460000");
        string[] phones = ["+12025550124", "(202) 555-0124", "2025550125", "+44 20 7946 0000", "020 7946 0000", "call me 1"];
        var file = "\uFEFFname,phone\r\n" + string.Concat(phones.Select((p, i) => $"\"No. {i}, the \"\"one\"\"\r\nof them\",\"{p}\"\r\n"));

        foreach (var api in new[] { admin, stranger })
        {
            var lines = (await api.PostTextAsync("/v1/scrubs?channel=call", file, "text/csv")).Expect(HttpStatusCode.OK).Text;
            // The mark is there, but is not read as text.
            var expected = "name,phone,verdict,reason\r\n";
            for (var i = 0; i < phones.Length; i++)
            {
                var single = await api.GetAsync($"/v1/contact-checks?channel=call&phone={Uri.EscapeDataString(phones[i])}");
                var verdict = single.Status == HttpStatusCode.OK ? single["verdict"].GetString() : "invalid";
                var reason = verdict switch { "blocked" => "dnc.entry", "invalid" => "unreadable", _ => "" };
                expected += $"\"No. {i}, the \"\"one\"\"\r\nof them\",\"{phones[i]}\",{verdict},{reason}\r\n";
            }
            Assert.Equal(expected, lines);
        }
    }

    [Fact]
    public async Task A_scrub_does_not_outlive_the_key_that_began_it()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var made = (await admin.PostAsync("/v1/api-keys", new { name = "Dialer", role = "dialer" })).Expect(HttpStatusCode.Created);
        await using var request = await RawRequest.OpenAsync(host.Address);
        await request.SendAsync(
            RawRequest.Head(HttpMethod.Post, "/v1/scrubs", made["key"].GetString(), "text/csv") + $"Transfer-Encoding: chunked\r\n\r\n{Piece("2025550123\n")}");
        Assert.Contains("HTTP/1.1 200", await request.AnswerAsync("2025550123,allowed,"), StringComparison.Ordinal);

        (await admin.DeleteAsync($"/v1/api-keys/{made.Id}")).Expect(HttpStatusCode.NoContent);
        await request.SendAsync(Piece("2025550125\n"));

        var rest = await request.AnswerAsync();
        Assert.DoesNotContain("2025550125", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("Dnc-Summary", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("[1001]", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memory_stays_flat_however_long_the_file_is()
    {
        await using var host = await HostProcess.StartAsync();
        using var client = new DncClient(new DncClientOptions { BaseAddress = host.Address, ApiKey = host.AdministratorKey });
        using var admin = new Api(host.Address, host.AdministratorKey, TimeSpan.FromMinutes(5));
        await BlockAsync(admin, "+12025550124");
        await client.Scrubs.ScrubAsync(new RepeatedStream(Lines, 4), Stream.Null, cancellation: TestContext.Current.CancellationToken);
        var before = PeakMemory(host.Id);

        var summary = await client.Scrubs.ScrubAsync(new RepeatedStream(Lines, 500), Stream.Null, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((4_500_000, 500), (summary.Lines, summary.Blocked));
        Assert.InRange(PeakMemory(host.Id) - before, 0, MostGrowth);
    }

    static byte[] Lines { get; } = [.. Enumerable.Range(0, 9_000).SelectMany(i => System.Text.Encoding.ASCII.GetBytes($"202555{i:0000}\n"))];

    static string Piece(string text) => $"{text.Length:x}\r\n{text}\r\n";

    static async Task BlockAsync(Api api, string phone) =>
        (await api.PostAsync("/v1/dnc/entries", new { phone, channels = new[] { "call" }, reason = "asked" })).Expect(HttpStatusCode.Created);

    static long PeakMemory(int process) => File.ReadLines($"/proc/{process}/status").Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1_024).Single();
}
