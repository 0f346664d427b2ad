using System.Globalization;
using System.Net;
using DncActors.ClusterTests.Contract;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Imports;

/// <summary>
/// Both imports under generated junk: each good line is in, each bad one is reported by its number and reason, and what is refused as a whole changes nothing.
/// <c>DNC_JUNK_SEED</c> and <c>DNC_JUNK_ROUNDS</c> repeat a run, or make it longer.
/// </summary>
public sealed class ImportJunkTests(ITestOutputHelper output, SharedHost shared)
{
    const int Lines = 60;
    const int MostErrors = 1_000;

    readonly int seed = Setting("DNC_JUNK_SEED", 20_261_124);
    readonly int rounds = Setting("DNC_JUNK_ROUNDS", 8);
    int next;

    [Fact]
    public async Task Every_good_line_is_in_and_every_bad_one_is_reported()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        foreach (var target in await TargetsAsync(admin))
        {
            for (var round = 0; round < rounds; round++)
            {
                var random = new Random(seed + round);
                var lines = new JunkLines(target, random);
                var rows = new JunkRows(target, random);
                await TakesAsync(admin, target, lines.Next(ref next, Lines), round);
                await TakesAsync(admin, target, rows.Next(ref next, Lines), round);
            }
        }
        await HasAnEndAsync(admin);
        Assert.DoesNotContain("[1001]", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_as_a_whole_is_refused_with_a_problem_and_changes_nothing()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        output.WriteLine($"seed {seed}");
        var told = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var target in await TargetsAsync(admin))
        {
            foreach (var (sent, type, coding, body) in BrokenBodies.Of(target, new Random(seed)))
            {
                var before = await HeadAsync(admin);
                foreach (var dry in new[] { true, false })
                {
                    var answer = await SendAsync(admin, target, body, type, new Random(seed), dry, coding);
                    var isIn = Judge(answer, sent);
                    told.Add($"{(int)answer.Status} {Shown(answer)}");
                    if (dry || !isIn) Assert.True(before == await HeadAsync(admin), $"{target.Path}: {sent} changed the store: {answer.Text}");
                }
            }
        }
        foreach (var line in told) output.WriteLine(line);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/readyz")).Status);
    }

    async Task TakesAsync(Api admin, JunkTarget target, JunkImport import, int round)
    {
        var what = $"seed {seed + round}: {target.Path}, {import}";
        var head = await HeadAsync(admin);
        Compare(await SendAsync(admin, target, import.Body, import.MediaType, new Random(round), dryRun: true), import, what);
        Assert.True(head == await HeadAsync(admin), $"{what}: the dry run changed the store");

        var answer = await SendAsync(admin, target, import.Body, import.MediaType, new Random(round), dryRun: false);
        Compare(answer, import, what);
        var listed = (await admin.GetAsync($"{target.Listed}?importId={answer["importId"].GetString()}&limit=1000")).Expect(HttpStatusCode.OK);
        var brought = listed["items"].EnumerateArray().Select(i => i.GetProperty(target.Name).GetString()!);
        Assert.Equal(import.Good.Values.Order(StringComparer.Ordinal), brought.Order(StringComparer.Ordinal));
    }

    /// <summary>However many lines are bad, and however bad.</summary>
    static async Task HasAnEndAsync(Api admin)
    {
        var line = $"{{\"contactPoints\":[{string.Join(',', Enumerable.Repeat("{}", 1_000))}]}}\n";
        var body = string.Concat(Enumerable.Repeat(line, MostErrors + 500));

        var answer = (await admin.PostTextAsync("/v1/leads/import", body, "application/x-ndjson")).Expect(HttpStatusCode.OK);

        Assert.Equal((0, MostErrors + 500), (answer["accepted"].GetInt32(), answer["rejected"].GetInt32()));
        Assert.Equal((MostErrors, 500), (answer["errors"].GetArrayLength(), answer["errorsOmitted"].GetInt32()));
        Assert.True(answer.Text.Length < 1_000_000);
    }

    static void Compare(Answer answer, JunkImport import, string what)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, $"{what}: {(int)answer.Status} {answer.Text}");
        var errors = answer["errors"].EnumerateArray().ToArray();
        var lines = errors.Select(e => e.GetProperty("line").GetInt64()).ToArray();
        Assert.True(
            import.Bad.SequenceEqual(lines),
            $"{what}: not refused [{string.Join(' ', import.Bad.Except(lines))}], refused [{string.Join(' ', lines.Except(import.Bad))}]: {answer.Text}");
        Assert.All(errors, e => Assert.InRange(e.GetProperty("reason").GetString()!.Length, 10, 1_000));
        Assert.Equal((import.Good.Count, import.Bad.Count), (answer["accepted"].GetInt32(), answer["rejected"].GetInt32()));
    }

    /// <summary>Whether anything is in.</summary>
    static bool Judge(Answer answer, string sent)
    {
        Assert.True((int)answer.Status is 200 or (>= 400 and < 500), $"{sent}: {(int)answer.Status} {answer.Text}");
        if (answer.Status == HttpStatusCode.OK) return answer["accepted"].GetInt32() > 0;
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.InRange(answer["detail"].GetString()!.Length, 10, 1_000);
        Assert.InRange(answer.Text.Length, 10, 100_000);
        return answer.Json.TryGetProperty("lastLine", out var last) && last.GetInt64() > 0;
    }

    static string Shown(Answer answer)
    {
        if (answer.Status != HttpStatusCode.OK) return answer["detail"].GetString()!;
        return string.Join(" / ", answer["errors"].EnumerateArray().Take(1).Select(e => e.GetProperty("reason").GetString()));
    }

    static Task<Answer> SendAsync(Api admin, JunkTarget target, byte[] body, string? type, Random random, bool dryRun, string? coding = null)
    {
        var content = new PiecewiseContent(body, random);
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (coding is not null) content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return admin.SendAsync(HttpMethod.Post, target.Path + (dryRun ? "?dryRun=true" : ""), content);
    }

    static async Task<JunkTarget[]> TargetsAsync(Api admin)
    {
        var world = await ContractWorld.MakeAsync(admin);
        return [JunkTarget.Entries, JunkTarget.Leads(world.Story.Workflow, world.Story.New)];
    }

    static async Task<long> HeadAsync(Api admin) => (await admin.GetAsync("/v1/audit?limit=1"))
        .Expect(HttpStatusCode.OK)["items"][0].GetProperty("sequence").GetInt64();

    static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
