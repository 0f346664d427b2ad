using System.Net.Http.Headers;
using System.Net.ServerSentEvents;

namespace DncActors.ClusterTests.Story;

/// <summary>An event stream as a client holds it open.</summary>
public static class SseReader
{
    /// <summary>Reads events until <paramref name="enough"/> of them came; a generous limit says which were missing.</summary>
    public static async Task<IReadOnlyList<SseItem<string>>> ReadAsync(HttpClient http, string path, string key, long? lastEventId, int enough)
    {
        var events = new List<SseItem<string>>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (lastEventId is { } id)
        {
            request.Headers.Add("Last-Event-ID", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            response.EnsureSuccessStatusCode();
            await using var stream = await response.Content.ReadAsStreamAsync(limit.Token);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(limit.Token))
            {
                events.Add(item);
                if (events.Count == enough)
                {
                    return events;
                }
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"{path}: {events.Count} of {enough} events came: {string.Join(", ", events.Select(e => e.EventType))}");
        }
        Assert.Fail($"{path} ended after {events.Count} of {enough} events");
        return events;
    }
}
