using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace DncActors.ClusterTests.Http;

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, string? MediaType)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement this[string field] => Json.GetProperty(field);

    public string Id => this["id"].GetString()!;

    /// <summary>This answer, having the status that was expected; else a failure that shows what came.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"expected {(int)status}, got {(int)Status}: {Text}");
        return this;
    }

    /// <summary>The same for a problem, which must be one (RFC 9457).</summary>
    public Answer ExpectProblem(HttpStatusCode status, string code)
    {
        Expect(status);
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal($"urn:dnc:error:{code}", this["type"].GetString());
        Assert.Equal((int)status, this["status"].GetInt32());
        Assert.NotEmpty(this["detail"].GetString()!);
        return this;
    }
}
