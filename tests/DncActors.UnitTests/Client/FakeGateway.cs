using System.Net;
using System.Text;
using DncActors.Client;

namespace DncActors.UnitTests.Client;

/// <summary>Answers requests from a list, and remembers what was asked.</summary>
sealed class FakeGateway : HttpMessageHandler
{
    readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> answers = new();

    public List<SeenRequest> Seen { get; } = [];

    public SeenRequest Last => Seen[^1];

    public FakeGateway Then(Func<HttpResponseMessage> answer) => Then((_, _) => Task.FromResult(answer()));

    public FakeGateway Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public FakeGateway Json(string json, HttpStatusCode status = HttpStatusCode.OK) => Then(() => Answer(status, json, DncMediaTypes.Json));

    public FakeGateway Problem(HttpStatusCode status, string json, TimeSpan? retryAfter = null) => Then(() =>
    {
        var answer = Answer(status, json, DncMediaTypes.Problem);
        answer.Headers.RetryAfter = retryAfter is { } wait ? new(wait) : null;
        return answer;
    });

    public FakeGateway Unavailable(TimeSpan? retryAfter = null) =>
        Problem(HttpStatusCode.ServiceUnavailable, """{"type":"urn:dnc:error:unavailable","status":503}""", retryAfter);

    public FakeGateway Fault() => Then((_, _) => throw new HttpRequestException("Connection refused"));

    public FakeGateway Stream(Stream body) => Then(() => new HttpResponseMessage { Content = new StreamContent(body) });

    public FakeGateway Events(string text) => Stream(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public static HttpResponseMessage Answer(HttpStatusCode status, string body, string mediaType) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Seen.Add(new(
            $"{request.Method} {request.RequestUri!.PathAndQuery}",
            request.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
            request.Content?.Headers.ContentType?.MediaType,
            body));
        return answers.TryDequeue(out var answer)
            ? await answer(request, cancellationToken)
            : throw new InvalidOperationException($"No answer is left for {request.Method} {request.RequestUri}.");
    }
}
