using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Health;

/// <summary>The declaration of the host's metrics, which are of no part of the API.</summary>
public static class MetricsEndpoint
{
    public const string Path = "/metrics";

    /// <summary>Declares what the endpoint is and that it needs no key.</summary>
    public static IEndpointConventionBuilder DeclareMetrics(this IEndpointConventionBuilder endpoint) => endpoint.NeedsNoKey()
        .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]))
        .Says("Health", "Metrics", "In Prometheus' text format, or OpenMetrics where that is asked for. Nothing in them names a person.")
        .Answers(StatusCodes.Status200OK, "The metrics.", "text/plain");
}
