using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DncActors.Client;
using DncActors.Client.ContactChecks;
using DncActors.Client.Errors;
using DncActors.Client.Json;
using DncActors.Client.Scrubs;

namespace DncActors.UnitTests.Gateway.Scrubs;

public sealed class ScrubAnswerTests
{
    const string Blocked = "+12025550124";

    [Fact]
    public async Task A_whole_csv_ends_with_its_summary_in_a_trailer()
    {
        await using var host = await StartAsync();
        using var answer = await host.Http.PostAsync("/v1/scrubs", Csv("phone\n2025550124\n2025550123\nwhat\n"), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("phone,verdict,reason\n2025550124,blocked,dnc.entry\n2025550123,allowed,\nwhat,invalid,unreadable\n", text);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var summary = JsonSerializer.Deserialize<ScrubSummaryModel>(answer.TrailingHeaders.GetValues(DncHeaders.Summary).Single(), DncJson.Options)!;
        Assert.Equal(new ScrubSummaryModel { Lines = 3, Allowed = 1, Blocked = 1, Invalid = 1, AsOf = StandInChecks.AsOf }, summary);
    }

    [Fact]
    public async Task Whole_lines_of_json_end_with_their_summary_as_the_last_line()
    {
        await using var host = await StartAsync();
        var said = await host.SendAsync(HttpMethod.Post, "/v1/scrubs?channel=sms", Lines("\"2025550124\"\nnull"));

        Assert.Equal(
            """
            {"phone":"2025550124","verdict":"blocked","reason":"dnc.entry"}
            {"text":"null","verdict":"invalid","reason":"not-json"}
            {"summary":{"lines":2,"allowed":0,"blocked":1,"invalid":1,"asOf":42}}

            """,
            said.IsOk().Text);
    }

    [Fact]
    public async Task Who_is_not_sure_at_the_beginning_says_so_and_nothing_else()
    {
        await using var host = await StartAsync();
        host.Checks.IsUnsure = true;
        foreach (var content in new[] { Csv("2025550124\n"), Lines("\"2025550123\"\n"), Csv("") })
        {
            var said = (await host.SendAsync(HttpMethod.Post, "/v1/scrubs", content)).IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
            Assert.Equal("1", said.Header("Retry-After"));
        }
    }

    [Fact]
    public async Task Who_is_not_sure_any_more_cuts_the_answer()
    {
        await using var host = await StartAsync();
        using var wire = new TcpClient();
        await using var stream = await OpenAsync(host, wire);
        await SayAsync(stream, Piece("2025550124\n"));
        var begun = await ReadAsync(stream, "blocked,dnc.entry\n");
        host.Checks.IsUnsure = true;
        await SayAsync(stream, Piece("2025550123\n"));

        var rest = await ReadAsync(stream, null);
        Assert.Contains("HTTP/1.1 200", begun, StringComparison.Ordinal);
        Assert.DoesNotContain("allowed", rest, StringComparison.Ordinal);
        Assert.DoesNotContain(DncHeaders.Summary, rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_reads_is_not_waited_for_for_ever()
    {
        await using var host = await StartAsync(TimeSpan.FromSeconds(1));
        using var wire = new TcpClient();
        await using var stream = await OpenAsync(host, wire);
        var lines = Piece(string.Concat(Enumerable.Repeat("2025550124\n", 50_000)));

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            for (var i = 0; i < 1_000; i++) await SayAsync(stream, lines);
        });
    }

    [Theory]
    [InlineData("channel=fax", "channel")]
    [InlineData("region=XX", "region")]
    [InlineData("delimiter=ab", "delimiter")]
    [InlineData("delimiter=a", "delimiter")]
    [InlineData("header=maybe", "header")]
    [InlineData("column=surprise", "column")]
    [InlineData("surprise=1", "surprise")]
    public async Task What_cannot_be_asked_is_refused_by_name(string query, string field)
    {
        await using var host = await StartAsync();
        var said = await host.SendAsync(HttpMethod.Post, "/v1/scrubs?" + query, Csv("phone\n2025550124\n"));
        Assert.True(said.IsProblem(HttpStatusCode.BadRequest, "validation").Json.GetProperty("errors").TryGetProperty(field, out _), said.Text);
    }

    [Fact]
    public async Task The_client_scrubs_files_of_many_parts_as_one()
    {
        await using var host = await StartAsync();
        using var client = new DncClient(new DncClientOptions
        {
            BaseAddress = host.Http.BaseAddress!,
            ApiKey = GatewayHost.DialerKey,
            Retry = new DncRetryOptions { MaxAttempts = 1 },
        });
        var file = new StringBuilder("\uFEFFname;mobile\r\n");
        for (var i = 0; i < 60_000; i++) file.Append(null, $"\"Lead \"\"{i}\"\"\nof us\";202555{i % 9_000:0000}\r\n");
        var options = new ScrubOptions { Csv = new CsvAsked { Column = "mobile" } };

        var (whole, summary) = await ScrubAsync(client, file.ToString(), options);
        Assert.Equal((60_000, 7, 0), ((int)summary.Lines, (int)summary.Blocked, (int)summary.Invalid));
        Assert.Equal(whole.Replace(";allowed;\r", "\r", StringComparison.Ordinal).Replace(";blocked;dnc.entry\r", "\r", StringComparison.Ordinal)
            .Replace(";verdict;reason", "", StringComparison.Ordinal), file.ToString());

        var (some, _) = await ScrubAsync(client, file.ToString(), options with { Only = VerdictNames.Blocked });
        Assert.StartsWith("\uFEFFname;mobile;verdict;reason\r\n\"Lead \"\"124\"\"\nof us\";2025550124;blocked;dnc.entry\r\n", some, StringComparison.Ordinal);
        Assert.Equal(7, some.Split("dnc.entry").Length - 1);

        host.Checks.IsUnsure = true;
        await Assert.ThrowsAsync<DncProblemException>(() => ScrubAsync(client, "\"2025550123\"\n", new ScrubOptions { MediaType = DncMediaTypes.NdJson }));
    }

    /// <summary>A file that was scrubbed before, when its lines were judged otherwise: what counts is the verdict that is added now.</summary>
    [Theory]
    [InlineData(DncMediaTypes.Csv, null, "phone,verdict,reason\n2025550124,allowed,\n2025550123,blocked,dnc.entry\nwhat,allowed,")]
    [InlineData(DncMediaTypes.Csv, (byte)'.', "phone.verdict.reason\n2025550124.allowed.\n2025550123.blocked.\"dnc.entry\"\nwhat.allowed.")]
    [InlineData(DncMediaTypes.NdJson, null, """
        {"phone":"2025550124","was":{"verdict":"allowed","reason":""},"verdict":"allowed","reason":""}
        {"phone":"2025550123","verdict":"blocked","reason":"dnc.entry"}
        {"phone":"what","verdict":"allowed","reason":"","was":{"verdict":"allowed","reason":"x"}}
        """)]
    public async Task Of_a_file_that_is_scrubbed_again_only_the_new_verdicts_choose_the_lines(string mediaType, byte? delimiter, string file)
    {
        await using var host = await StartAsync();
        using var client = new DncClient(new DncClientOptions { BaseAddress = host.Http.BaseAddress!, ApiKey = GatewayHost.DialerKey });
        var options = new ScrubOptions { MediaType = mediaType, Csv = new CsvAsked { Delimiter = delimiter } };

        var (allowed, _) = await ScrubAsync(client, file, options with { Only = VerdictNames.Allowed });
        var (blocked, _) = await ScrubAsync(client, file, options with { Only = VerdictNames.Blocked });

        Assert.Contains("2025550123", allowed, StringComparison.Ordinal);
        Assert.DoesNotContain("2025550124", allowed, StringComparison.Ordinal);
        Assert.DoesNotContain("what", allowed, StringComparison.Ordinal);
        Assert.Contains("2025550124", blocked, StringComparison.Ordinal);
        Assert.DoesNotContain("2025550123", blocked, StringComparison.Ordinal);
        Assert.DoesNotContain("what", blocked, StringComparison.Ordinal);
    }

    static async Task<GatewayHost> StartAsync(TimeSpan? patience = null)
    {
        var host = await GatewayHost.StartAsync(options: patience is { } span ? o => o.StreamTimeout = span : null);
        host.Checks.Blocked.Add(Blocked);
        return host;
    }

    static async Task<(string Text, ScrubSummaryModel Summary)> ScrubAsync(DncClient client, string file, ScrubOptions options)
    {
        using var answer = new MemoryStream();
        var summary = await client.Scrubs.ScrubAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(file)), answer, options, cancellation: TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetString(answer.ToArray()), summary);
    }

    static StringContent Csv(string text) => new(text, Encoding.UTF8, DncMediaTypes.Csv);

    static StringContent Lines(string text) => new(text, Encoding.UTF8, DncMediaTypes.NdJson);

    static async Task<NetworkStream> OpenAsync(GatewayHost host, TcpClient wire)
    {
        var address = host.Http.BaseAddress!;
        await wire.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = wire.GetStream();
        await SayAsync(
            stream,
            $"POST /v1/scrubs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {GatewayHost.DialerKey}\r\n"
                + "Content-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n");
        return stream;
    }

    static string Piece(string text) => $"{text.Length:x}\r\n{text}\r\n";

    static async Task SayAsync(NetworkStream stream, string text) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    /// <summary>Until this was said; null: until the other side hangs up.</summary>
    static async Task<string> ReadAsync(NetworkStream stream, string? until)
    {
        var (said, buffer) = ("", new byte[4_096]);
        try
        {
            while (until is null || !said.Contains(until, StringComparison.Ordinal))
            {
                if (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is not (> 0 and var read)) break;
                said += Encoding.UTF8.GetString(buffer, 0, read);
            }
        }
        catch (IOException)
        {
            // Hung up without a word.
        }
        return said;
    }
}
