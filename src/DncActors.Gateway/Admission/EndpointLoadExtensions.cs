using Microsoft.AspNetCore.Builder;

namespace DncActors.Gateway.Admission;

/// <summary>Declares what an endpoint asks of the process.</summary>
static class EndpointLoadExtensions
{
    internal static TBuilder Loads<TBuilder>(this TBuilder endpoint, Load load)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new EndpointLoad(load));
}
