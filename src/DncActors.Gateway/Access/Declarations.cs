using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Access;

/// <summary>Stops the start when an endpoint of the API does not say what it needs: forgetting it would leave a door open.</summary>
static class Declarations
{
    /// <summary>Where the API is, by HTTP and by gRPC; what lies elsewhere (pages, say) brings rules of its own.</summary>
    static readonly string[] _prefixes = ["/v1", "/dnc."];

    internal static bool IsOfApi(string? path) => path is not null && _prefixes.Any(prefix => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="InvalidOperationException">Names every endpoint that declares nothing.</exception>
    internal static void Check(IEndpointRouteBuilder routes)
    {
        var bare = Undeclared(routes.DataSources.SelectMany(s => s.Endpoints)).ToArray();
        if (bare.Length == 0) return;
        throw new InvalidOperationException(
            $"These endpoints do not declare what a caller needs: {string.Join("; ", bare)}. Add .Needs(…), .NeedsKey() or .NeedsNoKey().");
    }

    internal static IEnumerable<string> Undeclared(IEnumerable<Endpoint> endpoints) =>
        from endpoint in endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText is { } pattern && IsOfApi($"/{pattern.TrimStart('/')}")
        where endpoint.Metadata.GetMetadata<Need>() is null
        select endpoint.DisplayName ?? endpoint.RoutePattern.RawText;
}
