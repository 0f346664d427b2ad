using System.Net;
using System.Text.RegularExpressions;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Imports;

/// <summary>An import of entries whose body does not come to its end behind its first chunk.</summary>
/// <param name="first">The number of its first phone: tests on one host have each their own.</param>
public sealed partial class StoppedImport(Uri address, string adminKey, string mediaType, int first = 0) : IAsyncDisposable
{
    public const string NdJson = "application/x-ndjson";
    public const string Csv = "text/csv";
    public const int Lines = 700;
    const int Chunk = 500;

    readonly Api admin = new(address, adminKey);
    readonly string key = $"stopped-{first}";
    readonly string body = Body(mediaType, first);
    RawRequest? request;

    /// <summary>Sends every line, but not the body's end; done when the first chunk is in.</summary>
    public async Task BeginAsync()
    {
        request = await RawRequest.OpenAsync(address);
        await request.SendAsync(
            RawRequest.Head(HttpMethod.Post, "/v1/dnc/entries/import", adminKey, mediaType)
            + $"Idempotency-Key: {key}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{Piece(body)}");
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await VerdictsAsync())[Chunk - 1] != "blocked") await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    public Task SendAsync(string text) => request!.SendAsync(text);

    /// <summary>Sends nothing of meaning, fast enough for the server, until it is told to stop.</summary>
    public Task DripAsync(Task until) => request!.DripAsync(Piece(new string('\n', 100)), TimeSpan.FromMilliseconds(50), until);

    public void Reset() => request!.Reset();

    public Task<string> AnswerAsync() => request!.AnswerAsync();

    /// <summary>The answer has the status and says what is in; that is in and nothing else.</summary>
    public async Task IsRefusedAsync(string status)
    {
        var answer = await AnswerAsync();
        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        var last = mediaType == NdJson ? Chunk : Chunk + 1;
        Assert.Equal($"{last}", LastLine().Match(answer).Groups[1].Value);
        Assert.Contains($"Lines up to {last} were judged", answer, StringComparison.Ordinal);
        await IsKeptAloneAsync();
    }

    public async Task IsKeptAloneAsync()
    {
        var verdicts = await VerdictsAsync();
        Assert.All(verdicts[..Chunk], verdict => Assert.Equal("blocked", verdict));
        Assert.All(verdicts[Chunk..], verdict => Assert.Equal("allowed", verdict));
    }

    /// <summary>Sent again whole, under the same key, it brings every line once.</summary>
    public async Task IsTakenWholeAsync()
    {
        var answer = (await admin.PostTextAsync("/v1/dnc/entries/import", body, mediaType, key)).Expect(HttpStatusCode.OK);
        Assert.Equal((Lines, 0), (answer["accepted"].GetInt32(), answer["rejected"].GetInt32()));
        Assert.All(await VerdictsAsync(), verdict => Assert.Equal("blocked", verdict));
        var listed = (await admin.GetAsync($"/v1/dnc/entries?importId={answer["importId"].GetString()}&limit=1000")).Expect(HttpStatusCode.OK);
        Assert.Equal(Lines, listed["items"].GetArrayLength());
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        if (request is not null) await request.DisposeAsync();
    }

    /// <summary>Of every line's phone, in order.</summary>
    async Task<string[]> VerdictsAsync()
    {
        var phones = Enumerable.Range(first, Lines).Select(JunkTarget.Phone);
        var answer = await admin.PostAsync("/v1/contact-checks/batch", new { channel = "call", phones });
        return [.. answer.Expect(HttpStatusCode.OK)["verdicts"].EnumerateArray().Select(v => v.GetString()!)];
    }

    static string Body(string mediaType, int first)
    {
        var phones = Enumerable.Range(first, Lines).Select(JunkTarget.Phone);
        return mediaType == NdJson
            ? string.Concat(phones.Select(phone => $"{{\"phone\":\"{phone}\"}}\n"))
            : string.Concat(phones.Prepend("phone").Select(cell => cell + "\n"));
    }

    static string Piece(string text) => $"{text.Length:x}\r\n{text}\r\n";

    [GeneratedRegex("\"lastLine\":(\\d+)")]
    private static partial Regex LastLine();
}
