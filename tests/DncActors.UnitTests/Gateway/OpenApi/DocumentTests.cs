using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DncActors.Client.Json;
using DncActors.Gateway.OpenApi;

namespace DncActors.UnitTests.Gateway.OpenApi;

public sealed partial class DocumentTests
{
    [Fact]
    public async Task Every_endpoint_is_documented_with_what_it_needs_takes_and_answers()
    {
        await using var host = await GatewayHost.StartAsync();
        var document = (await host.GetAsync("/openapi/v1.json", key: null)).IsOk();

        Assert.StartsWith("3.1", document.Json.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = document.Json.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(
                o => (Name: $"{o.Name} {path.Name}", Path: path.Name, Method: o.Name, Operation: o.Value))).ToList();
        Assert.True(operations.Count > 60, $"only {operations.Count} operations");
        Assert.Equal(operations.Count, operations.Select(o => o.Operation.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var (name, path, method, operation) in operations)
        {
            Assert.True(operation.TryGetProperty("summary", out _), $"{name} has no summary");
            Assert.Equal(
                path.StartsWith("/v1", StringComparison.Ordinal) && name != "post /v1/sessions", operation.TryGetProperty("x-permission", out _));
            var needsNoBody = path.EndsWith("executions", StringComparison.Ordinal) || path.EndsWith("restore", StringComparison.Ordinal);
            if (method is "post" or "put" or "patch") Assert.Equal(!needsNoBody, HasRequiredBody(operation));
            Assert.Equal(path.Count(c => c == '{'), Parameters(operation).Count(p => p.GetProperty("in").GetString() == "path"));
            foreach (var response in operation.GetProperty("responses").EnumerateObject())
            {
                Assert.False(string.IsNullOrEmpty(response.Value.GetProperty("description").GetString()), $"{name} {response.Name}");
            }
        }
    }

    [Fact]
    public async Task What_may_be_limited_or_shed_says_so_with_when_to_come_back()
    {
        await using var host = await GatewayHost.StartAsync();
        var paths = (await host.GetAsync("/openapi/v1.json", key: null)).IsOk().Json.GetProperty("paths");

        Assert.All(
            new[] { ("/v1/contact-checks", "get"), ("/v1/contact-checks/batch", "post"), ("/v1/dnc/entries", "post"), ("/v1/dnc/events", "get") },
            operation => Assert.All(
                ["429", "503"], status => Assert.True(Answer(operation, status).GetProperty("headers").TryGetProperty("Retry-After", out _))));
        Assert.False(paths.GetProperty("/v1/users").GetProperty("get").GetProperty("responses").TryGetProperty("429", out _));

        JsonElement Answer((string Path, string Method) of, string status) =>
            paths.GetProperty(of.Path).GetProperty(of.Method).GetProperty("responses").GetProperty(status);
    }

    [Fact]
    public async Task The_document_speaks_of_what_is_on_the_wire_and_never_of_the_code()
    {
        await using var host = await GatewayHost.StartAsync();
        var document = (await host.GetAsync("/openapi/v1.json", key: null)).IsOk();

        Assert.DoesNotMatch(OfTheCode(), document.Text);
        var schemas = document.Json.GetProperty("components").GetProperty("schemas");
        var status = schemas.GetProperty("CreateStatusRequest");
        Assert.Equal(["name", "systemStatus"], status.GetProperty("required").EnumerateArray().Select(r => r.GetString()).Order(StringComparer.Ordinal));
        var system = status.GetProperty("properties").GetProperty("systemStatus");
        var words = system.GetProperty("enum").EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String);
        Assert.Contains("dead", words.Select(word => word.GetString()));
        Assert.Contains("`dead`", system.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "At most 100,000", schemas.GetProperty("BatchCheckRequest").GetProperty("properties").GetProperty("phones").GetProperty("description").GetString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain(document.Json.GetProperty("tags").EnumerateArray(), tag => tag.GetProperty("name").GetString() == "CallEndpoints");
    }

    [Fact]
    public async Task The_reader_is_served_whole_from_here_and_may_load_from_nowhere_else()
    {
        await using var host = await GatewayHost.StartAsync();
        var page = await host.GetAsync("/docs/", key: null);
        page.IsOk();

        Assert.Contains("default-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        var loaded = Loaded().Matches(page.Text).Select(m => m.Groups["url"].Value).ToList();
        Assert.NotEmpty(loaded);
        Assert.All(loaded, url => Assert.False(url.Contains("//", StringComparison.Ordinal), $"{url} is of another host"));
        foreach (var script in loaded.Where(l => l.Split('?')[0].EndsWith(".js", StringComparison.Ordinal)))
        {
            Assert.True((await host.GetAsync(new Uri(new Uri("http://x/docs/"), script).PathAndQuery, key: null)).Status == HttpStatusCode.OK, script);
        }
    }

    [Fact]
    public void Every_example_is_read_by_its_own_model() => Assert.All(
        Examples.All, example => Assert.NotNull(JsonSerializer.Deserialize(example.Value, DncJson.Options.GetTypeInfo(example.Key))));

    static bool HasRequiredBody(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) && body.TryGetProperty("required", out var required) && required.GetBoolean();

    static JsonElement[] Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];

    [GeneratedRegex(@"</?c>|cref|&lt;|\b\w+Names\b|\b\w+Limits\b|(Model|Request)\.\w")]
    private static partial Regex OfTheCode();

    [GeneratedRegex("""(?:src|href)="(?<url>[^"]+)""")]
    private static partial Regex Loaded();
}
