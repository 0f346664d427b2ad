using System.Net;
using System.Text.Json;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Contract;

/// <summary>Walks the OpenAPI document, so that no endpoint is forgotten by the tests that must meet every one.</summary>
public static class Endpoints
{
    public static async Task<IReadOnlyList<Endpoint>> ReadAsync(Api api)
    {
        var document = (await api.GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;
        var endpoints = new List<Endpoint>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(o => o.Value.ValueKind == JsonValueKind.Object
                && o.Value.TryGetProperty("responses", out _)))
            {
                var permission = operation.Value.TryGetProperty("x-permission", out var p) ? p.GetString() : null;
                endpoints.Add(new(HttpMethod.Parse(operation.Name), path.Name, permission, path.Name.EndsWith("/events", StringComparison.Ordinal)));
            }
        }
        Assert.True(endpoints.Count > 60, $"only {endpoints.Count} endpoints are documented");
        return endpoints;
    }
}
